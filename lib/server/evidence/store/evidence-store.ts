import 'server-only';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { env } from '../../env';
import { perProcess } from '../../kernel/per-process';
import { FileStore } from './file-store';
import { connectS3 } from './s3-connection';
import { S3Store } from './s3-store';

/** Bytes from the first to the last one, both included, counted from 0. */
export interface ByteRange {
  from: number;
  to: number;
}

export interface StoredObject {
  key: string;
  sizeBytes: number;
  modifiedAt: Date;
}

/**
 * Where original bytes lie in the end. Keys are relative, with `/` between, and without `.` and `..`. Every call may
 * throw while the store is away; a put that threw may be called again with the same key and file.
 */
export interface EvidenceStore {
  /** Resolves when the bytes of the file at `from` lie under the key for good, with this SHA-256 (hex). Leaves the file. */
  put(key: string, from: string, sha256: string): Promise<void>;
  /** The bytes, or a part of them. Throws `NoSuchObject`. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  stat(key: string): Promise<{ sizeBytes: number } | null>;
  /** The file itself, where objects are files of this computer; null elsewhere. Only to be read. */
  localPath(key: string): string | null;
  /** Everything whose key begins so, in no order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Takes it away; what is not there is no mistake. */
  remove(key: string): Promise<void>;
  /** A small text; one that is there already is replaced. */
  putText(key: string, text: string): Promise<void>;
  readText(key: string): Promise<string | null>;
  /** Takes away what puts that never ended have left since before `before`; answers how many. */
  removeUnfinished(before: Date): Promise<number>;
}

/** The store that EVIDENCE_STORE names; without it, files in DATA_DIR. */
export function evidenceStore(): EvidenceStore {
  return perProcess('evidence-store', () => {
    const { EVIDENCE_STORE, DATA_DIR } = env();
    const place = EVIDENCE_STORE ?? `file:${path.join(/* turbopackIgnore: true */ DATA_DIR, 'evidence')}`;
    if (place.startsWith('file:')) return new FileStore(path.resolve(/* turbopackIgnore: true */ place.slice(5)));
    const { hostname: bucket, pathname } = new URL(place);
    return new S3Store({ bucket, prefix: pathname.replace(/^\/+|\/+$/g, ''), connect: () => connectS3(env()) });
  });
}
