const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address can be meant for other computers than this one. Not set counts as this computer. */
export function isOutside(address: string | undefined): boolean {
  return Boolean(address) && !(URL.canParse(address ?? '') && LOOPBACK.test(new URL(address ?? '').hostname));
}
