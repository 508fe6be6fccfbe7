import 'server-only';
import { createHash } from 'node:crypto';
import { html, type Markup } from '../../../kernel/html';
import { script } from './script';
import { style } from './style';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What such a page may do: its own style and script, by their hashes, its own address, and nothing of anybody else. */
export const pagePolicy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

// A page that is opened from a file or a folder has no headers; it carries its policy with it. A frame it cannot refuse.
const copyPolicy = ["default-src 'none'", `style-src ${hashOf(style)}`, 'img-src data:', "base-uri 'none'"].join('; ');

interface Shell {
  language: string;
  title: string;
  body: Markup;
  /** What the script needs to know; without it there is none, and the page is a copy or says one thing. */
  script: Record<string, string> | null;
  isCopy?: boolean;
}

/** A whole page of plain HTML: no framework, nothing to fetch, nothing for search engines. */
export function pageShell({ language, title, body, script: words, isCopy }: Shell): string {
  const data = Object.entries(words ?? {}).map(([name, value]) => html` data-${name}="${value}"`);
  const policy = isCopy ? html`<meta http-equiv="Content-Security-Policy" content="${copyPolicy}">` : null;
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">${policy}<title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,"><style>`.text;
  const end = words ? `<script>${script}</script>` : '';
  // Style and script are ours and stand under their hashes: put in as they are, not escaped.
  return `${page}${style}</style></head>\n${html`<body${data}>${body}`.text}${end}</body></html>\n`;
}
