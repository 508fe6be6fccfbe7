import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const READ_BYTES = 16_384;

/** The last lines of a log file, without reading the whole of it; empty when it cannot be read. */
export function lastLines(file: string, count: number): string {
  try {
    const handle = openSync(file, 'r');
    try {
      const size = fstatSync(handle).size;
      const buffer = Buffer.alloc(Math.min(size, READ_BYTES));
      readSync(handle, buffer, 0, buffer.length, size - buffer.length);
      return buffer.toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
    } finally {
      closeSync(handle);
    }
  } catch {
    return '';
  }
}
