import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getCatalogue } from '../catalogue/get-catalogue';
import { perProcess } from './per-process';

/** What tells what a page was made with from what runs now: the build and the catalogue. An open page that differs offers a reload. */
export function buildId(): string {
  const build = perProcess('build-id', () => {
    try {
      return readFileSync(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim();
    } catch {
      return 'development';
    }
  });
  return `${build}.${getCatalogue().version.slice(0, 12)}`;
}
