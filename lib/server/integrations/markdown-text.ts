import 'server-only';

/**
 * Text for a place that reads Markdown and HTML, so that it is shown as it was typed: what would be markup is escaped,
 * line breaks stay, and plain sentences are left as they are.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/&(?=#?\w{1,31};)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*~[\]|]/g, '\\$&')
    .replace(/(^|[^\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gmu, (found) => found.replace('_', '\\_'))
    .replace(/^(\s*)(#{1,6}|[>+=-])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/gm, '$1\\$2')
    .replace(/([^\n])\n(?!\n)/g, '$1  \n');
}
