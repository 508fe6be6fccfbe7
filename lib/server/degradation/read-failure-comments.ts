import 'server-only';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FailureComment } from '@/lib/domain/degradation/drift';

const skipped = new Set(['node_modules', '.git', 'vendor', 'target', 'dist', 'build', '.next']);
const sources = /\.(go|rs|ts|tsx|js|mjs|py|java|kt|rb|php|cs|c|cc|cpp|h|sql|sh|ya?ml|toml)$/;
const mostBytes = 2_000_000;

/** Every FAIL-SOFT and FAIL-LOUD comment in a source tree, with file and line. Links are not followed. */
export function readFailureComments(root: string): FailureComment[] {
  return sourceFiles(root).flatMap((file) => {
    if (statSync(file).size > mostBytes) return [];
    const shown = path.relative(root, file);
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index): FailureComment[] => {
        const found = /\bFAIL-(SOFT|LOUD)\b(.*)/.exec(line);
        if (!found) return [];
        return [
          {
            failure: found[1] === 'SOFT' ? 'soft' : 'loud',
            text: (found[2] ?? '').slice(0, 300),
            where: `${shown}:${index + 1}`,
          },
        ];
      });
  });
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourceFiles(place);
    return entry.isFile() && sources.test(entry.name) ? [place] : [];
  });
}
