import { setTimeout as sleep } from 'node:timers/promises';
import { bareFanOut } from '../floors/bare-fan-out';
import { Crowd } from '../followers/crowd';
import { streamOf } from '../followers/stream-of';
import type { Figure, Row } from '../report/figure';
import { percentile, percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import { CommitWatch } from '../stage/commit-watch';
import { processorMs, residentKb } from '../stage/process-use';
import type { Stage } from '../stage/stage';
import { sendAndMark } from './send-and-mark';

interface Size {
  followers: number;
  processes: number;
  budget: Readonly<Record<number, number>>;
}

const SIZES: Size[] = [
  { followers: 1000, processes: 1, budget: { 50: 45, 99: 100 } },
  { followers: 5000, processes: 2, budget: { 99: 400 } },
];
const WARM_UP = 5;
const SETTLE_MS = 4_000;

async function measureSize(stage: Stage, { followers, processes, budget }: Size, commands: number): Promise<Figure[]> {
  const session = await stage.session('commander');
  const number = await session.declare(`${followers} people follow`);
  const crowd = new Crowd(processes);
  const watch = await CommitWatch.on(stage.console.note.urls.database);
  try {
    progress(`fan-out: bare stream to ${followers}`);
    const bare = await bareFanOut(crowd, followers, commands);
    await sendAndMark({ session, watch }, number, { count: WARM_UP, everyMs: 50 });
    await sleep(SETTLE_MS);
    const before = residentKb(stage.consolePid);
    progress(`fan-out: ${followers} followers gather`);
    await crowd.open(streamOf(session, number), followers);
    await sendAndMark({ session, watch }, number, { count: WARM_UP, everyMs: 200 });
    const usedBefore = processorMs(stage.consolePid);
    const marked = await sendAndMark({ session, watch }, number, { count: commands, everyMs: 300 });
    const usedEach = (processorMs(stage.consolePid) - usedBefore) / commands;
    const committed = await crowd.delays(marked.committed);
    const answered = await crowd.delays(marked.answered);
    await sleep(SETTLE_MS);
    const kbEach = (residentKb(stage.consolePid) - before) / followers;
    const name = `${followers} followers`;
    const judged = (p: number) => ({
      ...(budget[p] !== undefined && { budget: budget[p] }),
      floor: percentile(bare.delays, p),
    });
    return [
      ...percentileFigures(`${name}: commit → follower`, 'ms', committed.delays, {
        50: judged(50),
        99: judged(99),
        100: judged(100),
      }),
      ...percentileFigures(`${name}: answered → follower`, 'ms', answered.delays, { 50: {}, 99: {} }),
      { what: `${name}: processor time of the console for each command`, value: usedEach, unit: 'ms', n: commands },
      { what: `${name}: events that never came`, value: committed.missed, unit: '', n: committed.delays.length },
      { what: `${name}: memory each`, value: kbEach, unit: 'kB', budget: 70, stretch: 20, floor: bare.kbPerFollower },
    ];
  } finally {
    await watch.end();
    await crowd.end();
  }
}

/** A command is committed; every follower has it. */
export const fanOut: Row = {
  name: 'fan-out',
  intervalMs: 5000,
  measure: async (stage) => {
    const figures: Figure[] = [];
    await stage.session('commander');
    await stage.closeBrowser();
    for (const size of SIZES) {
      const followers = stage.options.isQuick ? size.followers / 10 : size.followers;
      figures.push(...(await measureSize(stage, { ...size, followers }, stage.options.isQuick ? 5 : 25)));
      await stage.start(5000);
    }
    return figures;
  },
};
