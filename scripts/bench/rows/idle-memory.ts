import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../report/figure';
import { progress } from '../report/progress';
import { residentKb } from '../stage/process-use';

const BYTES_PER_KB = 1024;
const BYTES_PER_MB = 1_000_000;

const inMb = (kb: number) => (kb * BYTES_PER_KB) / BYTES_PER_MB;

/** The console's process when nobody is there: it polls, listens and waits. Then after one person has looked around. */
export const idleMemory: Row = {
  name: 'idle-memory',
  intervalMs: 5000,
  measure: async (stage) => {
    const idleS = stage.options.isQuick ? 20 : 60;
    await stage.closeBrowser();
    progress(`idle-memory: ${idleS} s of nothing`);
    await sleep(idleS * 1000);
    const untouched = inMb(residentKb(stage.consolePid));
    const session = await stage.session('commander');
    await stage.closeBrowser();
    for (const path of ['/', '/incidents', '/', '/incidents']) await session.get(path);
    progress(`idle-memory: ${idleS} s after a visit`);
    await sleep(idleS * 1000);
    const visited = inMb(residentKb(stage.consolePid));
    const judged = { budget: 150, stretch: 120 };
    return [
      { what: `untouched for ${idleS} s`, value: untouched, unit: 'MB', ...judged },
      { what: `${idleS} s after one visit`, value: visited, unit: 'MB', ...judged },
    ];
  },
};
