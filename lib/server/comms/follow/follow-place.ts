import 'server-only';

/** Whose eyes a page is for: somebody signed in, or the holder of a link. */
export type FollowAddress = { by: 'number'; number: string } | { by: 'token'; token: string };

/** What a path under `/follow` asks for. */
export type FollowPlace =
  | { kind: 'page' | 'stream' | 'feed' | 'subscribe'; address: FollowAddress }
  | { kind: 'confirm' | 'unsubscribe'; token: string };

const token = '([A-Za-z0-9_-]{1,100})';
const followed = new RegExp(`^/follow/(?:(INC-\\d{4}-\\d{4,9})|s/${token})(?:/(stream|feed\\.xml|subscribe))?$`);
const mailed = new RegExp(`^/follow/(confirm|unsubscribe)/${token}$`);

/** True for everything under `/follow`. */
export function isFollowPath(path: string): boolean {
  return path === '/follow' || path.startsWith('/follow/');
}

/** Null for a path that leads nowhere. A feed needs a link: readers of feeds do not sign in. */
export function readFollowPlace(path: string): FollowPlace | null {
  const mail = mailed.exec(path);
  if (mail) return { kind: mail[1] as 'confirm' | 'unsubscribe', token: mail[2] ?? '' };
  const [found, number, linkToken = '', part = 'page'] = followed.exec(path) ?? [];
  if (!found) return null;
  const kind = part === 'feed.xml' ? 'feed' : (part as 'page' | 'stream' | 'subscribe');
  if (number) return kind === 'feed' ? null : { kind, address: { by: 'number', number } };
  return { kind, address: { by: 'token', token: linkToken } };
}

/** The path of a follow page, without a slash at its end. */
export function pathOf(address: FollowAddress): string {
  return address.by === 'number' ? `/follow/${address.number}` : `/follow/s/${address.token}`;
}
