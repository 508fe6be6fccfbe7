import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import type { ReadLine } from '@/lib/domain/evidence/reading';
import { findOffThread, replaceSecrets } from '../mask';
import type { FoundSecret } from '../secrets/found-secret';
import { longestKey } from '../secrets/private-keys';
import { clip } from '../secrets/secret-scanner';
import { readWindow } from './file-window';
import { findLineStart } from './find-line-start';
import type { LineIndex } from './line-index';
import { type RawLine, readRawLines } from './raw-lines';

/** Of one line this many bytes are shown. */
const shownBytes = 8_192;

export interface LinesAsked {
  from: number;
  count: number;
  isUnmasked: boolean;
  signal?: AbortSignal;
}

/** Lines of a file as they are shown: secrets masked unless told otherwise, long ones cut, whatever bytes they hold. */
export async function readLines(
  file: FileHandle,
  index: LineIndex | null,
  { from, count, isUnmasked, signal }: LinesAsked,
): Promise<{ lines: ReadLine[]; masked: number }> {
  const at = await findLineStart(file, index, from, signal);
  if (at === null) return { lines: [], masked: 0 };
  const raw = await readRawLines(file, at, from, count);
  const secrets = isUnmasked ? raw.map(() => []) : await secretsOf(raw, await keyBefore(file, at));
  const shown = raw.map((line, place) => show(line, secrets[place] ?? []));
  return { lines: shown, masked: secrets.reduce((sum, found) => sum + found.length, 0) };
}

/** What stands before, when a private key may have begun there; only keys go over several lines. */
async function keyBefore(file: FileHandle, at: number): Promise<Buffer> {
  const from = Math.max(0, at - longestKey);
  const before = await readWindow(file, from, at - from);
  const begin = before.lastIndexOf('-----BEGIN ');
  return begin === -1 ? Buffer.alloc(0) : before.subarray(begin);
}

/** The secrets of each line, counted from where it begins. */
async function secretsOf(lines: readonly RawLine[], before: Buffer): Promise<FoundSecret[][]> {
  const text = [before.toString('latin1'), ...lines.map(({ bytes }) => bytes.toString('latin1'))];
  const found = await findOffThread(`${text[0]}${text.slice(1).join('\n')}`);
  let at = before.length;
  return lines.map(({ bytes }) => {
    const from = at;
    at += bytes.length + 1;
    return clip(found, from, from + bytes.length);
  });
}

function show({ n, bytes, wholeBytes }: RawLine, secrets: FoundSecret[]): ReadLine {
  const isCut = wholeBytes !== undefined || bytes.length > shownBytes;
  const kept = isCut ? bytes.subarray(0, shownBytes) : bytes;
  const masked = replaceSecrets(kept, clip(secrets, 0, kept.length));
  // A character that the cut goes through is left out; bytes that are no character are shown as such.
  const text = new TextDecoder('utf-8', { ignoreBOM: n !== 1 }).decode(masked, { stream: isCut });
  return isCut ? { n, text, cut: wholeBytes ?? bytes.length } : { n, text };
}
