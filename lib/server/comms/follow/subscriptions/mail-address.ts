import 'server-only';

const longest = 254;
const longestLocal = 64;
const local = /^[a-z0-9.!#$%&*+/=?^_`{|}~-]+$/;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domain = new RegExp(`^(?:${label}\\.)+${label}$`);

/**
 * An address that mail can be sent to, in lower case; null for anything else. Stricter than the standard: no quotes,
 * no comments, no control characters, nothing that could add a line or a second receiver to a mail.
 */
export function readMailAddress(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > longest + 20) return null;
  const address = typed.replace(/^ +| +$/g, '').toLowerCase();
  const [name = '', host = '', ...more] = address.split('@');
  const isSound =
    more.length === 0 &&
    address.length <= longest &&
    name.length <= longestLocal &&
    local.test(name) &&
    domain.test(host);
  return isSound && !/^\.|\.$|\.\./.test(name) ? address : null;
}
