import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { queryDatabase } from '../../../e2e/fixtures/query-database';
import { untilShown, watchFor } from '../pages/shown-at';
import type { Figure, Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import type { Stage } from '../stage/stage';

const SERVICE = 'tr[data-service="minio"]';
const TARGET = 'li[data-target="api-blue"]';

interface Trouble {
  /** What the stand-in is told. */
  words: string[];
  /** What the page then shows. */
  shown: string;
  /** The component whose change of status is in the database; '' is the target itself. */
  component: string;
}

const change: Trouble = {
  words: ['blue', 'minio', 'down'],
  shown: `${SERVICE}:not([data-status="ok"])`,
  component: 'minio',
};
const failure: Trouble = { words: ['blue', 'off'], shown: `${TARGET}[data-status="unknown"]`, component: '' };

interface Seen {
  /** From the stand-in's change, in milliseconds. */
  fromChange: number;
  /** From the end of the poll that found out, in milliseconds. */
  fromPoll: number;
}

async function onceMended(page: Page): Promise<void> {
  await untilShown(page, `${SERVICE}[data-status="ok"]`);
  await untilShown(page, `${TARGET}:not([data-status="unknown"])`);
}

async function breakOnce(stage: Stage, page: Page, trouble: Trouble): Promise<Seen> {
  const seen = await watchFor(page, trouble.shown);
  const changedAt = Date.now();
  await stage.console.platform(...trouble.words);
  const shownAt = await seen();
  await sleep(300);
  const [newest] = await queryDatabase<{ at: Date }>(
    stage.console,
    `SELECT at FROM health_transition WHERE target_id = 'api-blue' AND component = $1 ORDER BY id DESC LIMIT 1`,
    [trouble.component],
  );
  if (!newest || newest.at.getTime() < changedAt) throw new Error('the change is not in the database');
  return { fromChange: shownAt - changedAt, fromPoll: shownAt - newest.at.getTime() };
}

/** Waits for the next poll of the target, and then for a share of the interval. */
async function atPhase(stage: Stage, share: number, intervalMs: number): Promise<void> {
  const asked = Date.now();
  for (;;) {
    const [newest] = await queryDatabase<{ polled_at: Date }>(
      stage.console,
      `SELECT polled_at FROM health_current WHERE target_id = 'api-blue'`,
    );
    if (newest && newest.polled_at.getTime() >= asked) break;
    await sleep(20);
  }
  await sleep(share * intervalMs);
}

/** Breaks and mends by turns. The moments are spread evenly over the time between two polls, so that few turns tell much. */
async function breakOften(
  stage: Stage,
  page: Page,
  trouble: Trouble,
  times: number,
  intervalMs: number,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await onceMended(page);
    await atPhase(stage, (turn + Math.random()) / times, intervalMs);
    seen.push(await breakOnce(stage, page, trouble));
    await stage.console.platform('reset');
  }
  return seen;
}

async function measureAt(stage: Stage, intervalMs: number): Promise<{ changes: Seen[]; failures: Seen[] }> {
  const times = stage.options.isQuick ? 3 : 12;
  const context = await stage.visit('stakeholder');
  try {
    const page = await context.newPage();
    await page.goto('/');
    progress(`poll-to-screen: ${times} changes and ${times} failures, polled each ${intervalMs} ms`);
    const changes = await breakOften(stage, page, change, times, intervalMs);
    const failures = await breakOften(stage, page, failure, times, intervalMs);
    return { changes, failures };
  } finally {
    await stage.console.platform('reset');
    await context.close();
  }
}

/** A target changes; its word changes on a page that is open. */
export const pollToScreen: Row = {
  name: 'poll-to-screen',
  intervalMs: 5000,
  measure: async (stage): Promise<Figure[]> => {
    const slow = await measureAt(stage, 5000);
    await stage.start(1000);
    const quick = await measureAt(stage, 1000);
    const from = (seen: Seen[]) => seen.map(({ fromChange }) => fromChange / 1000);
    const failing = [...slow.failures, ...quick.failures].map(({ fromPoll }) => fromPoll);
    const changing = [...slow.changes, ...quick.changes].map(({ fromPoll }) => fromPoll);
    return [
      ...percentileFigures('change → word, 5 s interval', 's', from(slow.changes), {
        50: { budget: 3.6 },
        100: { budget: 6.5 },
      }),
      ...percentileFigures('target off → word, 5 s interval', 's', from(slow.failures), { 50: {}, 100: {} }),
      ...percentileFigures('change → word, 1 s interval', 's', from(quick.changes), {
        50: { budget: 1.7 },
        100: { budget: 2.5 },
      }),
      ...percentileFigures('end of failing poll → screen', 'ms', failing, { 50: { budget: 50 }, 100: {} }),
      ...percentileFigures('end of poll with a change → screen', 'ms', changing, { 50: {}, 100: {} }),
    ];
  },
};
