import 'server-only';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchRefusal } from './fetch-refusal';

const maxBytes = 256 * 1024;

/** The body, decompressed, at most 256 kB; more than that is refused as soon as it shows. */
export async function readLimitedBody(response: IncomingMessage, deadline: AbortSignal): Promise<Buffer> {
  const source = decompressed(response);
  const stop = () => source.destroy(new FetchRefusal('out of time'));
  deadline.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) throw new FetchRefusal('the answer is larger than 256 kB');
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  } finally {
    deadline.removeEventListener('abort', stop);
    source.destroy();
    response.destroy();
  }
}

function decompressed(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  const options = { chunkSize: 16_384 };
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip(options)
      : encoding === 'deflate'
        ? createInflate(options)
        : encoding === 'br'
          ? createBrotliDecompress(options)
          : null;
  if (!unpack) {
    response.destroy();
    const named = /^[\w, -]{1,20}$/.test(encoding) ? `as ${encoding}` : 'in a way';
    throw new FetchRefusal(`the answer is packed ${named}, which is not understood`);
  }
  response.on('error', (error) => unpack.destroy(error));
  response.on('close', () => {
    if (!response.complete) unpack.destroy(new FetchRefusal('connection lost in the middle of the answer'));
  });
  return response.pipe(unpack);
}

/** The body as text. Throws FetchRefusal when it is not the text it claims to be. */
export function decodeText(body: Buffer, contentType: string): string {
  const charset = /charset="?([\w-]{1,20})/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    throw new FetchRefusal(`the answer is not valid ${charset === 'utf-8' ? 'UTF-8' : 'text'}`);
  }
}
