const local = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u;
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/**
 * True for one plain address, `local@domain`. No quotes, comments, names, lists, spaces or control characters: nothing
 * that could become a header or a second recipient.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const parts = text.split('@');
  const [before = '', behind = ''] = parts;
  return parts.length === 2 && local.test(before) && !/^\.|\.\.|\.$/.test(before) && domain.test(behind);
}
