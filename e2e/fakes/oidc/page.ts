import { createHash } from 'node:crypto';

const STYLE = `
:root{color-scheme:dark light;--bg:#12151b;--panel:#1a1e26;--raise:#232833;--line:#343b48;--text:#eceef2;--dim:#a9b0bd;--accent:#6db8f2}
@media (prefers-color-scheme:light){:root{--bg:#f9fafb;--panel:#fff;--raise:#f0f2f5;--line:#cfd4dc;--text:#1d222b;--dim:#515a69;--accent:#1560b0}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
main{width:100%;max-width:26rem;background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:28px}
h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0 0 1.25rem;color:var(--dim)}
ul{list-style:none;margin:0;padding:0;display:grid;gap:10px}
button{width:100%;min-height:56px;padding:8px 16px;text-align:left;font:inherit;color:var(--text);background:var(--raise);border:1px solid var(--line);border-radius:8px;cursor:pointer}
button:hover{border-color:var(--accent)}button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button b,button span{display:block}button span{font-size:.875rem;color:var(--dim)}
code{overflow-wrap:anywhere}`;

const AUTO_SUBMIT = `document.addEventListener('DOMContentLoaded',function(){document.querySelector('form button,button[form]').click()})`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Makes text safe inside markup and attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One page of the provider. `isAutomatic` presses its first button at once. */
export function page(title: string, body: string, isAutomatic = false): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style>${isAutomatic ? `<script>${AUTO_SUBMIT}</script>` : ''}</head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}

/** The headers of every page. A form may lead back to the console, which the browser counts as a form's target. */
export function pageHeaders(consoleOrigin: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(AUTO_SUBMIT)}; form-action 'self' ${consoleOrigin}; frame-ancestors 'none'; base-uri 'none'`,
  };
}
