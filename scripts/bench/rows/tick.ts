import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { untilLive } from '../pages/shown-at';
import type { Figure, Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import { openLoop, timesOf } from '../stage/open-loop';

const EVENTS_PER_SECOND = 20;
const BETWEEN_CLICKS_MS = 180;
// Browsers do not report what took less; such an interaction counts as this long.
const SHORTEST_REPORTED_MS = 16;

interface Interactions {
  paints: number[];
  events: { id: number; ms: number }[];
}

/** Collects what the page measures of its own ticks, and what the browser says of each interaction. */
function collectInteractions(): void {
  const collected: Interactions = { paints: [], events: [] };
  Object.assign(window, { benchInteractions: collected });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.name === 'tick-to-paint') collected.paints.push(one.duration);
  }).observe({ type: 'measure' });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries() as (PerformanceEventTiming & { interactionId?: number })[]) {
      if (one.interactionId) collected.events.push({ id: one.interactionId, ms: one.duration });
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** Ticks and unticks steps of the checklist with the mouse, one after another. */
async function clickSteps(page: Page, clicks: number): Promise<{ paints: number[]; interactions: number[] }> {
  await page.evaluate(() =>
    Object.assign((window as unknown as { benchInteractions: Interactions }).benchInteractions, {
      paints: [],
      events: [],
    }),
  );
  const boxes = page.getByRole('checkbox');
  const count = await boxes.count();
  for (let click = 0; click < clicks; click += 1) {
    await boxes.nth(click % count).click({ noWaitAfter: true });
    await sleep(BETWEEN_CLICKS_MS * (0.5 + Math.random()));
  }
  await sleep(1_000);
  const { paints, events } = await page.evaluate(
    () => (window as unknown as { benchInteractions: Interactions }).benchInteractions,
  );
  const slowest = new Map<number, number>();
  for (const { id, ms } of events) slowest.set(id, Math.max(slowest.get(id) ?? 0, ms));
  const reported = [...slowest.values()];
  const unreported = Array.from({ length: Math.max(0, clicks - reported.length) }, () => SHORTEST_REPORTED_MS);
  return { paints, interactions: [...reported, ...unreported] };
}

/** One's own tick on one's own screen: alone, and while others write 20 events a second into the same record. */
export const tick: Row = {
  name: 'tick',
  intervalMs: 5000,
  measure: async (stage): Promise<Figure[]> => {
    const writer = await stage.session('responder');
    const number = await (await stage.session('commander')).declare('A record in full swing');
    const context = await stage.visit('commander');
    const clicks = stage.options.isQuick ? 20 : 100;
    try {
      const page = await context.newPage();
      await page.addInitScript(collectInteractions);
      await page.goto(`/incidents/${number}`);
      await untilLive(page);
      await clickSteps(page, 10);
      progress(`tick: ${clicks} clicks alone`);
      const alone = await clickSteps(page, clicks);
      progress(`tick: ${clicks} clicks under ${EVENTS_PER_SECOND} events/s`);
      const notes = Math.ceil((clicks * (BETWEEN_CLICKS_MS + 80) * EVENTS_PER_SECOND) / 1000);
      const writing = openLoop(EVENTS_PER_SECOND, notes, (index) =>
        writer.send('timeline.add_note', { number, text: `Line ${index} from somebody else.` }),
      );
      const busy = await clickSteps(page, clicks);
      timesOf(await writing);
      return [
        ...percentileFigures('tick → paint, alone', 'ms', alone.paints, { 50: { budget: 16 }, 98: {} }),
        ...percentileFigures('tick → paint, 20 events/s', 'ms', busy.paints, { 50: { budget: 16 }, 98: {} }),
        ...percentileFigures('interaction, alone', 'ms', alone.interactions, { 50: {}, 98: {} }),
        ...percentileFigures('interaction, 20 events/s', 'ms', busy.interactions, {
          50: {},
          98: { budget: 100, stretch: 50 },
        }),
      ];
    } finally {
      await context.close();
    }
  },
};
