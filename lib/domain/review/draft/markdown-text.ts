import { escapeHtml } from './escape-html';

/** Typed words on one line of Markdown: shown as typed, never as a heading, a table, a link or markup. */
export function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>|~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^([-+=#])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Typed Markdown as a quotation: what it opens ends with the quotation. `most` characters at the most. */
export function quote(text: string, most: number): string {
  const lines = escapeHtml(shorten(text.trim(), most).split(/\r\n?|\n/));
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** One entry of a list, with typed Markdown quoted below it. */
export function bullet(words: string, typed: string | null, most: number): string {
  if (!typed) return `- ${words}`;
  const quoted = quote(typed, most)
    .split('\n')
    .map((line) => `  ${line}`);
  return [`- ${words}`, '', ...quoted].join('\n');
}

/** A table of two columns; both are Markdown. */
export function table(rows: readonly (readonly [string, string])[]): string {
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}
