import 'server-only';
import { link, mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { hashFile } from '../hash-file';
import { isFileProblem } from '../is-file-problem';
import { syncFolder } from '../sync-folder';
import { checkKey } from './check-key';
import { copyDurably } from './copy-durably';
import type { ByteRange, EvidenceStore, StoredObject } from './evidence-store';
import { NoSuchObject } from './no-such-object';

const unfinished = '.part';
// Another disk, or a file system without hard links.
const noLinks = ['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'] as const;

/** Evidence as files in one folder. */
export class FileStore implements EvidenceStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async put(key: string, from: string, sha256: string): Promise<void> {
    const to = this.#place(key);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    try {
      await link(from, to);
    } catch (error) {
      if (isFileProblem(error, 'EEXIST')) await this.#expectSame(key, to, sha256);
      else if (isFileProblem(error, ...noLinks)) await copyDurably(from, to, sha256, unfinished);
      else throw error;
    }
    await this.#syncAbove(to);
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    try {
      const file = await open(this.#place(key));
      return file.createReadStream(range ? { start: range.from, end: range.to } : {});
    } catch (error) {
      throw isFileProblem(error, 'ENOENT', 'ENOTDIR') ? new NoSuchObject(key) : error;
    }
  }

  async stat(key: string): Promise<{ sizeBytes: number } | null> {
    try {
      return { sizeBytes: (await stat(this.#place(key))).size };
    } catch (error) {
      if (isFileProblem(error, 'ENOENT', 'ENOTDIR')) return null;
      throw error;
    }
  }

  localPath(key: string): string {
    return this.#place(key);
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    for await (const object of this.#walk()) {
      if (object.key.startsWith(prefix) && !object.key.endsWith(unfinished)) yield object;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#place(key), { force: true });
  }

  async putText(key: string, text: string): Promise<void> {
    const to = this.#place(key);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    const part = `${to}.${process.pid}${unfinished}`;
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, to);
    await this.#syncAbove(to);
  }

  async readText(key: string): Promise<string | null> {
    try {
      return await readFile(this.#place(key), 'utf8');
    } catch (error) {
      if (isFileProblem(error, 'ENOENT', 'ENOTDIR')) return null;
      throw error;
    }
  }

  async removeUnfinished(before: Date): Promise<number> {
    let count = 0;
    for await (const { key, modifiedAt } of this.#walk()) {
      if (!key.endsWith(unfinished) || modifiedAt >= before) continue;
      await this.remove(key);
      count += 1;
    }
    return count;
  }

  #place(key: string): string {
    return path.join(this.#root, ...checkKey(key).split('/'));
  }

  /** An earlier try got that far; what it left must be the same bytes. */
  async #expectSame(key: string, to: string, sha256: string): Promise<void> {
    if ((await hashFile(to)) !== sha256) throw new Error(`something else is stored under ${key}`);
  }

  /** The name must outlast a power cut, and so must the folders that may be new. */
  async #syncAbove(to: string): Promise<void> {
    for (let folder = path.dirname(to); ; folder = path.dirname(folder)) {
      await syncFolder(folder);
      if (folder === this.#root || !folder.startsWith(this.#root)) return;
    }
  }

  async *#walk(inside = ''): AsyncGenerator<StoredObject> {
    const folder = path.join(/* turbopackIgnore: true */ this.#root, inside);
    const entries = await opendir(/* turbopackIgnore: true */ folder).catch((error) => {
      if (isFileProblem(error, 'ENOENT')) return null;
      throw error;
    });
    for await (const entry of entries ?? []) {
      const key = inside ? `${inside}/${entry.name}` : entry.name;
      if (entry.isDirectory()) yield* this.#walk(key);
      else if (entry.isFile()) {
        const { size, mtime } = await stat(path.join(/* turbopackIgnore: true */ folder, entry.name));
        yield { key, sizeBytes: size, modifiedAt: mtime };
      }
    }
  }
}
