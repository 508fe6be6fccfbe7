/**
 * Keeps the runbooks readable when the console cannot be reached, and nothing else: it answers navigations and the
 * immutable files under /_next/static/. Streams, uploads and every other call pass it by.
 *
 * A cache is named after the person, the build and the catalogue it was made with; whatever differs is thrown away.
 */
const prefix = 'runbooks/';
const keptAt = 'x-kept-at';
const patienceMs = 3_000;
const oneDayMs = 86_400_000;
const library = '/runbooks';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'keep') event.waitUntil(keepOnce(event.data));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  // Seen, never answered: signing out takes the copies along.
  if (request.method === 'POST' && pathname === '/api/v1/sign-out') return event.waitUntil(forget(() => true));
  if (request.method !== 'GET' || pathname.startsWith('/api/')) return;
  if (pathname.startsWith('/_next/static/')) return event.respondWith(fromCopyFirst(request));
  if (request.mode !== 'navigate') return;
  if (isRunbook(pathname)) event.respondWith(runbook(request, pathname));
  else event.respondWith(fetch(request).catch(() => nothingHere()));
});

const isRunbook = (pathname) => pathname === library || pathname.startsWith(`${library}/`);
const cacheName = ({ person, build, version }) => [prefix + person, build, version].join('|');
const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));

async function forget(isOld) {
  await Promise.all((await ownCaches()).filter(isOld).map((name) => caches.delete(name)));
}

let keeping = null;

/** Several tabs ask at once; one of them is enough. */
function keepOnce(wish) {
  keeping ??= keep(wish).finally(() => {
    keeping = null;
  });
  return keeping;
}

/** Loads what is missing or old, one after the other, then drops what was kept for other builds and catalogues. */
async function keep(wish) {
  const name = cacheName(wish);
  await forget((other) => !other.startsWith(`${prefix + wish.person}|`));
  const cache = await caches.open(name);
  const copies = await Promise.all(wish.paths.map((path) => cache.match(path, { ignoreVary: true })));
  for (const path of wish.paths.filter((_, index) => !isFresh(copies[index]))) {
    const answer = await fetch(path, { redirect: 'manual' }).catch(() => null);
    if (!answer || !(await keepPage(cache, path, answer))) return;
  }
  await forget((other) => other !== name);
}

const isFresh = (copy) => copy !== undefined && Date.now() - Date.parse(copy.headers.get(keptAt)) < oneDayMs;

/** Keeps a page and the files it names. False when it is not a page that may be kept: signed out, gone, broken. */
async function keepPage(cache, path, answer) {
  if (!answer.ok || answer.redirected || !answer.headers.get('content-type')?.startsWith('text/html')) return false;
  const html = await answer.text();
  const files = new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g));
  const missing = [];
  for (const file of files) if (!(await cache.match(file))) missing.push(file);
  const loaded = await Promise.all(missing.map((file) => fetch(file)));
  if (loaded.some(({ ok }) => !ok)) return false;
  await Promise.all(missing.map((file, index) => cache.put(file, loaded[index])));
  const headers = new Headers(answer.headers);
  // It is kept as plain text.
  headers.delete('content-encoding');
  headers.set(keptAt, new Date().toISOString());
  await cache.put(path, new Response(html, { headers }));
  return true;
}

async function fromCopyFirst(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** The page as it is now; a copy that says of when it is when the console fails or is silent. */
async function runbook(request, pathname) {
  const live = fetch(request);
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs, null));
  const copy = () => caches.match(pathname, { ignoreVary: true }).then((kept) => kept && marked(kept, pathname));
  const first = await Promise.race([live, patience]).catch(() => null);
  if (first && first.status < 500) return first;
  return (await copy()) ?? first ?? live.catch(() => nothingHere());
}

/** The page's own script reads the mark and says so on the page. */
async function marked(kept, path) {
  const mark = `<html data-kept-at="${kept.headers.get(keptAt)}" data-kept-path="${path}"`;
  const html = (await kept.text()).replace('<html', () => mark);
  return new Response(html, { headers: kept.headers });
}

// As the console's own pages look; without them there is no stylesheet to ask for.
const offlineStyle = `
:root { color-scheme: dark light; --bg: light-dark(#fafbfc, #101318); --panel: light-dark(#fff, #181c22); --line: light-dark(#dcdfe4, #333941);
--text: light-dark(#1c2026, #e9ebee); --dim: light-dark(#555b64, #a5abb4); --accent: light-dark(#1b62b8, #6db9f2); }
:root[data-theme="dark"] { color-scheme: dark; } :root[data-theme="light"] { color-scheme: light; }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 1.25rem; box-sizing: border-box;
background: var(--bg); color: var(--text); font: 0.9375rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 34rem; padding: 1.5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); }
h1 { margin: 0 0 0.5rem; font-size: 1.25rem; } p { margin: 0.5rem 0; } .dim { color: var(--dim); }
.ways { display: flex; flex-wrap: wrap; gap: 0 1.25rem; } a { padding: 0.625rem 0; color: var(--accent); }`;

// Asks until the console answers, then shows the page that was wanted.
const offlineScript = `
const theme = /(?:^|; )theme=(dark|light)/.exec(document.cookie);
if (theme) document.documentElement.dataset.theme = theme[1];
const again = document.getElementById('again');
async function ask() {
  try {
    const answer = await fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(4000) });
    if (answer.ok) return location.reload();
  } catch {}
  again.textContent = 'Last asked at ' + new Date().toISOString().slice(11, 19) + ' UTC. This page comes back by itself.';
  setTimeout(ask, 3000);
}
addEventListener('online', () => location.reload());
setTimeout(ask, 2000);`;

function nothingHere() {
  const nonce = crypto.randomUUID();
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not reachable · Incident console</title><style nonce="${nonce}">${offlineStyle}</style>
<main><h1>The console cannot be reached.</h1>
<p>This page needs it. Nothing that you typed is lost: it waits in this browser and is sent when the console is back.</p>
<p class="dim" id="again" role="status">This page comes back by itself.</p>
<p class="ways"><a href="">Try again</a> <a href="${library}">Runbooks kept in this browser</a></p></main>
<script nonce="${nonce}">${offlineScript}</script></html>`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  });
}
