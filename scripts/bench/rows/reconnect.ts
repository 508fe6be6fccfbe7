import { setTimeout as sleep } from 'node:timers/promises';
import { Crowd } from '../followers/crowd';
import { streamOf } from '../followers/stream-of';
import type { Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import { CommitWatch } from '../stage/commit-watch';
import { processorMs } from '../stage/process-use';
import type { Session } from '../stage/session';
import type { Stage } from '../stage/stage';
import { sendAndMark } from './send-and-mark';

const COMMANDS_AT_MOST = 200;

interface Burst {
  /** Until the last of them was live again, in seconds. */
  liveS: number;
  /** Milliseconds from each commit until those who were back had it. */
  delays: number[];
  missed: number;
  /** What each sender of a command waited, in milliseconds. */
  answers: number[];
  processorMsEach: number;
  failures: number;
}

interface Scene {
  stage: Stage;
  crowd: Crowd;
  session: Session;
  watch: CommitWatch;
  number: string;
}

async function burst({ stage, crowd, session, watch, number }: Scene, followers: number): Promise<Burst> {
  const usedBefore = processorMs(stage.consolePid);
  let isOver = false;
  const coming = crowd.reopen().finally(() => {
    isOver = true;
  });
  const during = { count: COMMANDS_AT_MOST, everyMs: 100, isOver: () => isOver };
  const marked = await sendAndMark({ session, watch }, number, during);
  const back = await coming;
  const processorMsEach = (processorMs(stage.consolePid) - usedBefore) / followers;
  const { delays, missed } = await crowd.delays(marked.committed);
  const liveS = Math.max(...back.liveAfterMs) / 1000;
  return { liveS, delays, missed, answers: marked.tookMs, processorMsEach, failures: back.failures };
}

function figuresOf(bursts: Burst[]) {
  const each = (pick: (one: Burst) => number) => bursts.map(pick);
  const all = (pick: (one: Burst) => number[]) => bursts.flatMap(pick);
  const live = { budget: 6, stretch: 3 };
  const missed = bursts.reduce((sum, one) => sum + one.missed, 0);
  return [
    ...percentileFigures(
      'all live',
      's',
      each(({ liveS }) => liveS),
      { 50: live, 100: live },
    ),
    ...percentileFigures(
      'delivery meanwhile',
      'ms',
      all(({ delays }) => delays),
      {
        50: {},
        99: { budget: 1000, stretch: 300 },
      },
    ),
    ...percentileFigures(
      'answer to a command meanwhile',
      'ms',
      all(({ answers }) => answers),
      { 50: {}, 99: {} },
    ),
    ...percentileFigures(
      'processor time of the console for each',
      'ms',
      each((one) => one.processorMsEach),
      { 50: {} },
    ),
    { what: 'events that never came', value: missed, unit: '' as const },
    { what: 'connections refused or lost', value: bursts.at(-1)?.failures ?? 0, unit: '' as const },
  ];
}

/** All followers lose their connection in the same moment and come back in one burst, while somebody goes on writing. */
export const reconnect: Row = {
  name: 'reconnect',
  intervalMs: 5000,
  measure: async (stage) => {
    const followers = stage.options.isQuick ? 100 : 1000;
    const session = await stage.session('commander');
    await stage.closeBrowser();
    const number = await session.declare('Everybody comes back at once');
    const crowd = new Crowd(1);
    const watch = await CommitWatch.on(stage.console.note.urls.database);
    const bursts: Burst[] = [];
    try {
      await crowd.open(streamOf(session, number), followers);
      const times = stage.options.isQuick ? 1 : 5;
      for (let turn = 0; turn < times; turn += 1) {
        progress(`reconnect: burst ${turn + 1} of ${times}, ${followers} followers`);
        await sleep(2_000);
        bursts.push(await burst({ stage, crowd, session, watch, number }, followers));
      }
    } finally {
      await watch.end();
      await crowd.end();
    }
    return figuresOf(bursts);
  },
};
