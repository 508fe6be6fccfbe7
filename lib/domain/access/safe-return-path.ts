const inside = 'http://inside.invalid';

/** A path on this site to go on to after sign-in; anything that could lead elsewhere becomes "/". */
export function safeReturnPath(raw: string | null | undefined): string {
  // Backslashes and control characters are read as slashes or dropped by browsers, so they never get as far as the parser.
  if (!raw?.startsWith('/') || raw.startsWith('//') || /[\\\p{Cc}]/u.test(raw)) return '/';
  if (!URL.canParse(raw, inside)) return '/';
  const url = new URL(raw, inside);
  if (url.origin !== inside || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
