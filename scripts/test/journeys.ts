import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './check';
import { ensureChromium, ensureFaketime, ensurePrometheus } from './needed-programs';
import { countPlaywright, readCounts } from './reports';
import { runProgram } from './run-program';
import { withoutSettings } from './setting-names';

const LIMIT_MS = 23 * 60_000;
const SHOWN_LINES = 250;
const REPORT = path.join('test-results', 'browser.json');

/** Playwright tells its failures at the end, numbered. */
function failuresIn(output: string, log: string): string {
  const start = output.search(/^ {2}1\) /m);
  const lines = output.slice(Math.max(start, 0)).trim().split('\n');
  const shown = start < 0 ? lines.slice(-SHOWN_LINES) : lines.slice(0, SHOWN_LINES);
  return [...shown, `Log: ${log}; pictures and traces: test-results/browser`].join('\n');
}

/** Browser journeys, against the production build of a fresh copy that was started with `npm start`. */
export const journeysCheck = (root: string): Check => ({
  title: 'Journeys through a fresh copy (Playwright)',
  run: async () => {
    await ensureChromium(root);
    const missing = [await ensurePrometheus(root), await ensureFaketime(root)];
    rmSync(path.join(root, REPORT), { force: true });
    const ran = await runProgram({
      name: 'browser',
      words: ['node_modules/@playwright/test/cli.js', 'test'],
      root,
      env: { ...withoutSettings(root), E2E_IN_PLACE: undefined, CI: '1' },
      limitMs: LIMIT_MS,
    });
    const counts = readCounts(path.join(root, REPORT), ran.code, countPlaywright);
    const words = [...missing, counts.failed > 0 && failuresIn(ran.output, ran.log)];
    return { ...counts, words: words.filter(Boolean).join('\n') };
  },
});
