import 'server-only';

const mostTopics = 20;
const known = /^(health|incidents|incident:INC-\d{4}-\d{4,9})$/;

/** The topics that a stream asks for; null when one of them is none of ours, or there are too many. */
export function readTopics(query: URLSearchParams): ReadonlySet<string> | null {
  const asked = (query.get('topics') ?? '').split(',').filter(Boolean);
  const isSound = asked.length > 0 && asked.length <= mostTopics && asked.every((topic) => known.test(topic));
  return isSound ? new Set(asked) : null;
}
