import 'server-only';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { perProcess } from '../../kernel/per-process';

const squeeze = promisify(gzip);
const mostKept = 100;

/** A page as it goes out, again and again. */
export interface RenderedPage {
  plain: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer>;
  etag: string;
}

/** The page under this key, made once; whoever asks while it is being made waits for the same one. */
export function renderedPage(key: string, make: () => Promise<string>): Promise<RenderedPage> {
  const pages = perProcess('follow-pages', () => new Map<string, Promise<RenderedPage>>());
  const known = pages.get(key);
  if (known) return known;
  const page = make().then(prepare);
  pages.set(key, page);
  page.catch(() => pages.delete(key));
  const [oldest] = pages.keys();
  if (pages.size > mostKept && oldest !== undefined) pages.delete(oldest);
  return page;
}

async function prepare(text: string): Promise<RenderedPage> {
  const plain = new Uint8Array(Buffer.from(text));
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, gzipped: new Uint8Array(await squeeze(plain)), etag };
}
