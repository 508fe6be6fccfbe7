import 'server-only';
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { headBytes } from './find-media-type';
import { isFileProblem } from './is-file-problem';
import { receiveBytes } from './receive-bytes';
import { syncFolder } from './sync-folder';
import { UploadRefused, uploadProblems } from './upload-refused';

/** What the sender said of the file, and what is allowed. */
export interface Announcement {
  /** Content-Length; null when the length was not known. */
  length: number | null;
  /** Hex; null when none was given. */
  sha256: string | null;
  mostBytes: number;
  /** True for the output of a command whose exit status came along: that nothing came out is a fact, too (rule E11). */
  mayBeEmpty?: boolean;
}

/** What was received; the bytes lie in the spool. */
export interface Received {
  sizeBytes: number;
  sha256: string;
  /** The first bytes, to find the media type by. */
  head: Buffer;
}

export interface Places {
  /** Where it grows. */
  part: string;
  /** Where it lies once it is whole. */
  whole: string;
}

/**
 * Takes a file into the spool with its SHA-256 while it is received, in constant memory; when this resolves it outlasts
 * a power cut. Throws `UploadRefused`, or what the source throws when its sender is gone; nothing is kept then (rule E4).
 */
export async function receiveUpload(source: Readable, places: Places, announced: Announcement): Promise<Received> {
  if ((announced.length ?? 0) > announced.mostBytes)
    throw new UploadRefused(uploadProblems.tooLarge(announced.mostBytes));
  try {
    const received = await receiveWhole(source, places.part, announced);
    await rename(places.part, places.whole);
    await syncFolder(path.dirname(places.whole));
    return received;
  } catch (error) {
    await rm(places.part, { force: true });
    throw isFileProblem(error, 'ENOSPC', 'EDQUOT', 'EFBIG') ? new UploadRefused(uploadProblems.noSpace) : error;
  }
}

async function receiveWhole(source: Readable, part: string, announced: Announcement): Promise<Received> {
  const { mostBytes, length, sha256: expected, mayBeEmpty = false } = announced;
  const hash = createHash('sha256');
  const heads: Buffer[] = [];
  const see = (chunk: Buffer, sizeBytes: number) => {
    if (sizeBytes > mostBytes) throw new UploadRefused(uploadProblems.tooLarge(mostBytes));
    hash.update(chunk);
    if (sizeBytes - chunk.length < headBytes) heads.push(Buffer.from(chunk.subarray(0, headBytes)));
  };
  const file = await open(part, 'wx', 0o600);
  try {
    const sizeBytes = await receiveBytes(source, file, { from: 0, see });
    if (length !== null && length !== sizeBytes) throw new UploadRefused(uploadProblems.wrongLength(length, sizeBytes));
    if (sizeBytes === 0 && !mayBeEmpty) throw new UploadRefused(uploadProblems.empty);
    const sha256 = hash.digest('hex');
    if (expected !== null && expected !== sha256) throw new UploadRefused(uploadProblems.wrongChecksum);
    await file.sync();
    return { sizeBytes, sha256, head: Buffer.concat(heads).subarray(0, headBytes) };
  } finally {
    await file.close();
  }
}
