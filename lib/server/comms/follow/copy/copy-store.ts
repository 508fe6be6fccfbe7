import 'server-only';
import path from 'node:path';
import { env } from '../../../env';
import { connectS3 } from '../../../evidence/store/s3-connection';
import { perProcess } from '../../../kernel/per-process';
import { FileCopies } from './file-copies';
import { S3Copies } from './s3-copies';

/** Where copies of follow pages lie, for a plain file server to serve. Every call may throw while the place is away. */
export interface CopyStore {
  /** Where that is, for people. */
  readonly place: string;
  /** Replaces what is there, in one step. Keys are relative, with `/` between. */
  write(key: string, text: string, type: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The place that STATIC_COPY names; without it, a folder in DATA_DIR. */
export function copyStore(): CopyStore {
  return perProcess('copy-store', () => {
    const { STATIC_COPY, DATA_DIR } = env();
    const place = STATIC_COPY ?? `file:${path.join(/* turbopackIgnore: true */ DATA_DIR, 'follow')}`;
    if (place.startsWith('file:')) return new FileCopies(path.resolve(/* turbopackIgnore: true */ place.slice(5)));
    const { hostname: bucket, pathname } = new URL(place);
    return new S3Copies({ bucket, prefix: pathname.replace(/^\/+|\/+$/g, ''), connect: () => connectS3(env()) });
  });
}
