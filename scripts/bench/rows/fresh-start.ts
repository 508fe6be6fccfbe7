import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startConsole, stopConsole } from '../../../e2e/fixtures/running-console';
import { monotonicMs } from '../clock';
import type { Row } from '../report/figure';
import { progress } from '../report/progress';

/** The files that git knows or would add: what a clone has. */
function cloneInto(root: string, folder: string): void {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  for (const file of execFileSync('git', words, { cwd: root }).toString().split('\0').filter(Boolean)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(root, file), target);
  }
}

/** A fresh clone: install, generate, build, make the database, start. Depends on the package registry and its cache. */
export const freshStart: Row = {
  name: 'fresh-start',
  intervalMs: null,
  measure: async (stage) => {
    await stage.stopConsole();
    const folder = mkdtempSync(path.join(os.tmpdir(), 'console-fresh-'));
    try {
      cloneInto(stage.root, folder);
      progress('fresh-start: npm start in a fresh clone');
      const began = monotonicMs();
      const { child } = await startConsole(folder, { PORT: String(stage.options.port), CI: '1' });
      const seconds = (monotonicMs() - began) / 1000;
      await stopConsole(child);
      return [{ what: 'fresh clone', value: seconds, unit: 's', n: 1, budget: 180, stretch: 90 }];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
