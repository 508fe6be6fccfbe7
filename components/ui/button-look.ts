const looks = {
  quiet: 'border border-edge bg-raise hover:border-dim',
  go: 'border border-transparent bg-accent font-semibold text-on-accent hover:brightness-110',
  loud: 'border border-transparent bg-down font-semibold text-on-loud hover:brightness-110',
  bare: 'border border-transparent text-dim hover:bg-raise hover:text-text',
};

export type Look = keyof typeof looks;

/** The classes of a button or of a link that looks like one. At least 44 px high where a thumb does the pointing. */
export function buttonLook(look: Look): string {
  return `inline-flex min-h-8.5 items-center justify-center gap-2 rounded-md px-3 py-1.5 whitespace-nowrap pointer-coarse:min-h-11 aria-disabled:opacity-60 disabled:opacity-60 ${looks[look]}`;
}
