import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { perProcess } from './per-process';

/** What tells one build from another, so that an open page knows when it is out of date. */
export function buildId(): string {
  return perProcess('build-id', () => {
    try {
      return readFileSync(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim();
    } catch {
      return 'development';
    }
  });
}
