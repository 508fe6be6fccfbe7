import 'server-only';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkKey } from '../../../evidence/store/check-key';
import type { CopyStore } from './copy-store';

/** Copies as files that a web server of another user may read: they are public, and nobody can list their names over it. */
export class FileCopies implements CopyStore {
  readonly place: string;

  constructor(root: string) {
    this.place = root;
  }

  async write(key: string, text: string): Promise<void> {
    const to = this.#path(key);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
    const part = `${to}.${process.pid}.part`;
    await writeFile(part, text, { mode: 0o644, flush: true });
    await rename(part, to);
  }

  async remove(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  #path(key: string): string {
    return path.join(this.place, ...checkKey(key).split('/'));
  }
}
