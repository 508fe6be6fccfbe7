import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { monotonicMs } from '../clock';

const TIMES = 500;

/** Writes a database page and forces it to disk, again and again: milliseconds each. */
export function bareDisk(folder: string): number[] {
  const file = path.join(folder, 'bare-disk');
  const page = Buffer.alloc(8192, 1);
  const handle = openSync(file, 'w');
  try {
    return Array.from({ length: TIMES }, () => {
      const began = monotonicMs();
      writeSync(handle, page);
      fdatasyncSync(handle);
      return monotonicMs() - began;
    });
  } finally {
    closeSync(handle);
    rmSync(file);
  }
}
