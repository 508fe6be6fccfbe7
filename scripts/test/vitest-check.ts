import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './check';
import { countVitest, readCounts } from './reports';
import { runProgram } from './run-program';
import { withoutSettings } from './setting-names';

const SHOWN_LINES = 200;
const FAILURES = /^.*⎯ Failed (Tests|Suites) \d+ ⎯.*$|^.*⎯ Unhandled Errors? ⎯.*$/m;

/** What Vitest says of failures stands at the end, behind the list of files. */
function failuresIn(output: string, log: string): string {
  const start = output.search(FAILURES);
  const lines = output.slice(Math.max(start, 0)).trim().split('\n');
  const shown = start < 0 ? lines.slice(-SHOWN_LINES) : lines.slice(0, SHOWN_LINES);
  return [...shown, `Log: ${log}`].join('\n');
}

/** The tests of these projects of `vitest.config.ts`. */
export function vitestCheck(root: string, title: string, projects: string[], limitMs: number): Check {
  const name = projects.join('-');
  const report = path.join('test-results', `${name}.json`);
  const words = [
    ...['node_modules/vitest/vitest.mjs', 'run'],
    ...projects.flatMap((project) => ['--project', project]),
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  return {
    title,
    run: async () => {
      rmSync(path.join(root, report), { force: true });
      const ran = await runProgram({ name, words, root, env: withoutSettings(root), limitMs });
      const counts = readCounts(path.join(root, report), ran.code, countVitest);
      return { ...counts, words: counts.failed > 0 ? failuresIn(ran.output, ran.log) : '' };
    },
  };
}
