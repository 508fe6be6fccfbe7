import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { ReadingKind } from './tell-reading';

/** The file cannot be unpacked to read it; the message is for people. The original is not concerned. */
export class CannotUnpack extends Error {}

const mib = 1024 * 1024;
/** However small a file is, this much may come out of it. */
const alwaysBytes = 64 * mib;
const mostTimes = 100;
/** However large a file is, no more than this comes out of it. */
const mostBytes = 4096 * mib;

/** How many bytes may come out of a packed file of this size. */
export function unpackLimit(packedBytes: number): number {
  return Math.min(mostBytes, Math.max(alwaysBytes, packedBytes * mostTimes));
}

function capped(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit)
        done(new CannotUnpack(`It unpacks to more than ${Math.floor(limit / mib)} MiB, which looks like a bomb.`));
      else done(null, chunk);
    },
  });
}

/** UTF-16 of either order, said by its mark, as UTF-8. */
function fromUtf16(): Transform {
  let decoder: TextDecoder | null = null;
  let head = Buffer.alloc(0);
  const decode = (chunk: Buffer): string => {
    if (decoder) return decoder.decode(chunk, { stream: true });
    head = Buffer.concat([head, chunk]);
    if (head.length < 2) return '';
    decoder = new TextDecoder(head[0] === 0xfe ? 'utf-16be' : 'utf-16le');
    return decoder.decode(head, { stream: true });
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, decode(chunk)),
    flush: (done) => done(null, decoder?.decode() ?? ''),
  });
}

/** Writes the text of a packed or 16-bit file to `to`, whole or not at all. Throws a CannotUnpack. */
export async function unpackReading(kind: ReadingKind, from: string, to: string, packedBytes: number): Promise<void> {
  const part = `${to}.${process.pid}.part`;
  try {
    await pipeline(
      createReadStream(from, { highWaterMark: mib }),
      kind === 'gzip' ? createGunzip({ chunkSize: 256 * 1024 }) : fromUtf16(),
      capped(unpackLimit(packedBytes)),
      createWriteStream(part, { mode: 0o600 }),
    );
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true });
    const isBroken = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    throw isBroken ? new CannotUnpack('It is packed, and what is packed is broken or cut short.') : error;
  }
}
