import 'server-only';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { database } from '../kernel/database';
import { isFileProblem } from './is-file-problem';
import { receiveBytes } from './receive-bytes';
import { tusProblems, tusRefusal } from './tus-refusal';
import { uploadProblems } from './upload-refused';

/**
 * Files that arrive piece by piece, as the library keeps them, and safer: a piece outlasts a power cut before its sender
 * hears of it, a full disk is told as such, and a file that became evidence is still known by its id.
 */
export class TusStore extends FileStore {
  readonly #folder: string;

  constructor(directory: string) {
    super({ directory });
    this.#folder = directory;
    this.extensions = this.extensions.filter((name) => name !== 'expiration');
  }

  override async create(upload: Upload): Promise<Upload> {
    return await super.create(upload).catch(asTold);
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    return await this.#append(source, id, offset).catch(asTold);
  }

  /** A sender that lost the last answer asks how far it got: all the way, also when the file is no longer here. */
  override async getUpload(id: string): Promise<Upload> {
    const row = await database().evidenceObject.findUnique({
      where: { id },
      select: { sizeBytes: true, receivedAt: true },
    });
    if (!row) return await super.getUpload(id);
    const size = Number(row.sizeBytes);
    return new Upload({ id, size, offset: size, metadata: {}, creation_date: row.receivedAt.toISOString() });
  }

  async #append(source: Readable, id: string, offset: number): Promise<number> {
    const file = await open(path.join(/* turbopackIgnore: true */ this.#folder, id), 'r+');
    try {
      const received = await receiveBytes(source, file, { from: offset, see: () => {} });
      await file.sync();
      return offset + received;
    } catch (error) {
      // What came before the line went dead counts, so it has to last too; why it ended is told, not this.
      await file.sync().catch(() => {});
      throw error;
    } finally {
      await file.close();
    }
  }
}

/** What the disk says, as its sender is told. */
function asTold(error: unknown): never {
  if (isFileProblem(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) throw tusRefusal(uploadProblems.noSpace);
  if (isFileProblem(error, 'ENOENT')) throw tusRefusal(tusProblems.gone);
  throw error;
}
