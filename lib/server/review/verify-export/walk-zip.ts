import 'server-only';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type Written, ZipWriter } from '../export/zip-writer';
import type { Finding } from './finding';
import { SameBytes } from './same-bytes';

/** Is given the bytes of an entry, in order. */
export type Reader = (chunk: Buffer) => void;

export interface WalkedZip {
  /** What the entries hold, in the order of the zip. */
  entries: Written[];
  /** Set when it could not be read to the end. */
  failure: Finding | null;
  /** The first byte that is not as an export is written, and the entry at or behind which it lies. */
  difference: { entry: string; finding: Finding } | null;
}

/**
 * Reads every entry, and writes the zip anew on the way as an export is written: each byte of the file must be the
 * same, also those between the entries. Memory does not grow with the file. Rejects only when the file cannot be read.
 */
export async function walkZip(file: string, readerOf: (name: string) => Reader | null): Promise<WalkedZip> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const zip = await openPromise(file, { autoClose: false }).catch(asError);
    if (zip instanceof Error) return { entries: [], failure: unreadable(zip), difference: null };
    const comparison = new SameBytes(handle);
    try {
      const { entries, places, failure } = await rewrite(zip, size, comparison, readerOf);
      if (failure) return { entries, failure: unreadable(failure, places.at(-1)?.name), difference: null };
      return { entries, failure: null, difference: differs(comparison.difference, places) };
    } finally {
      zip.close();
    }
  } finally {
    await handle.close();
  }
}

interface Place {
  name: string;
  from: number;
}

async function rewrite(
  zip: ZipFile,
  size: number,
  comparison: SameBytes,
  readerOf: (name: string) => Reader | null,
): Promise<{ entries: Written[]; places: Place[]; failure: Error | null }> {
  const writer = new ZipWriter();
  const compared = pipeline(writer.output, comparison).catch(asError);
  const [entries, places]: [Written[], Place[]] = [[], []];
  let failure: Error | null = null;
  try {
    let left = size;
    for await (const entry of zip.eachEntry()) {
      left -= entry.uncompressedSize;
      if (left < 0) throw new Error('its entries are larger than the file');
      places.push({ name: entry.fileName, from: entry.relativeOffsetOfLocalHeader });
      entries.push(await writer.add(entry.fileName, await bytesOf(zip, entry, readerOf(entry.fileName))));
    }
    writer.end();
  } catch (error) {
    failure = asError(error);
    writer.fail(failure);
  }
  await compared;
  return { entries, places, failure };
}

async function bytesOf(zip: ZipFile, entry: Entry, reader: Reader | null): Promise<Readable> {
  if (entry.compressionMethod !== 0 || entry.isEncrypted())
    throw new Error('entries of an export are neither compressed nor encrypted');
  const source = await zip.openReadStreamPromise(entry);
  return reader ? Readable.from(heard(source, reader), { objectMode: false }) : source;
}

async function* heard(source: Readable, reader: Reader): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    reader(chunk);
    yield chunk;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function unreadable({ message }: Error, entry?: string): Finding {
  const where = entry === undefined ? 'the zip' : `the zip at ${entry}`;
  return { code: 'container', where, message: `it cannot be read: ${message}` };
}

function differs(offset: number | null, places: readonly Place[]): WalkedZip['difference'] {
  if (offset === null) return null;
  const entry = places.toSorted((a, b) => a.from - b.from).findLast(({ from }) => from <= offset)?.name ?? '';
  const where = `byte ${offset}${entry && `, at ${entry} or behind it`}`;
  return { entry, finding: { code: 'container', where, message: 'this is not how an export is written', offset } };
}
