import 'server-only';

// A zero-width space beside a mark keeps Slack from reading it, on either side of it.
const gap = '\u200B';

/**
 * Text that Slack shows as it was typed (rule M4's "the same text"): its three control characters escaped, so that nobody
 * is called by a mention, and marks of formatting, quotes and emoji taken apart. Addresses stay whole.
 */
export function slackText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/(https?:\/\/[^\s<>|]+)/)
    .map((part, index) => (index % 2 === 1 ? escaped(part) : escaped(withoutMarks(part))))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function withoutMarks(text: string): string {
  return text
    .replace(/^(\s*)>/gm, `$1${gap}>`)
    .replace(/`+/g, `${gap}$&${gap}`)
    .replace(/(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu, `${gap}$&${gap}`)
    .replace(/:(?=[a-z0-9_+'-]*[a-z+-][a-z0-9_+'-]*:)/gi, `:${gap}`);
}
