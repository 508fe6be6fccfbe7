import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Whether what the stamp file stands for was made from sources with this hash. */
export function isStampedWith(file: string, hash: string): boolean {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).hash === hash;
  } catch {
    return false;
  }
}

/** Set when something is made; taken away before it is made again, so that a half-made thing has none. */
export function setStamp(file: string, hash: string | undefined): void {
  if (hash === undefined) rmSync(file, { force: true });
  else writeFileSync(file, `${JSON.stringify({ hash })}\n`);
}
