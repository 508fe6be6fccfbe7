import type { BrowserContext, Page } from '@playwright/test';
import { monotonicMs } from '../clock';
import type { Figure, Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import { lengthenRecord } from '../stage/lengthen-record';

const EVENTS = 10_000;
const FRAMES = 240;
const PIXELS_A_FRAME = 150;
const LAST_ROW = '[role="log"] li:last-child';

/** Milliseconds until the newest entry is on the screen and the page answers to keys. */
async function open(page: Page, path: string): Promise<number> {
  const began = monotonicMs();
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator(LAST_ROW).last().waitFor();
  await page.waitForFunction(() => Object.keys(document.querySelector('textarea') ?? {}).length > 0);
  return monotonicMs() - began;
}

/** Milliseconds between frames while the record is scrolled back from its end by a wheel that is turned fast. */
async function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(
    async ([frames, stepPx]) => {
      const log = document.querySelector('[role="log"]');
      if (!log) throw new Error('no timeline');
      const times: number[] = [];
      let before = performance.now();
      for (let frame = 0; frame < frames; frame += 1) {
        log.scrollTop -= stepPx;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - before);
        before = now;
      }
      return times;
    },
    [FRAMES, PIXELS_A_FRAME] as const,
  );
}

/** Milliseconds from a click on a step to the frame that shows it ticked. */
async function tick(page: Page, times: number): Promise<number[]> {
  return page.evaluate(async (often) => {
    const box = document.querySelector<HTMLInputElement>('input[data-step]');
    const took: number[] = [];
    for (let turn = 0; turn < often; turn += 1) {
      const began = performance.now();
      box?.click();
      await new Promise(requestAnimationFrame);
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return took;
  }, times);
}

async function loadAll(page: Page): Promise<number> {
  const began = monotonicMs();
  await page.goto(`${page.url()}?show=notes`);
  await page
    .locator('[role="log"] li')
    .nth(EVENTS - 1)
    .waitFor({ state: 'attached', timeout: 60_000 });
  return monotonicMs() - began;
}

async function visitOften(visit: () => Promise<BrowserContext>, path: string, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let turn = -1; turn < times; turn += 1) {
    const context = await visit();
    const ms = await open(await context.newPage(), path);
    if (turn >= 0) took.push(ms);
    await context.close();
  }
  return took;
}

/** A record of 10,000 events in a browser: opening it, fetching all of it, scrolling through, ticking on it. */
export const record10000: Row = {
  name: 'record-10000',
  intervalMs: 5000,
  measure: async (stage): Promise<Figure[]> => {
    const number = await (await stage.session('commander')).declare('A very long record');
    await lengthenRecord(stage.console.note.urls.database, number, EVENTS);
    const path = `/incidents/${number}`;
    progress('record-10000: opening it');
    const opened = await visitOften(() => stage.visit('commander'), path, stage.options.isQuick ? 2 : 5);
    const context = await stage.visit('commander');
    const page = await context.newPage();
    await open(page, path);
    progress('record-10000: fetching, scrolling, ticking');
    const wholeMs = await loadAll(page);
    await page.waitForTimeout(2_000);
    const frames = await scrollThrough(page);
    const ticks = await tick(page, stage.options.isQuick ? 5 : 20);
    await context.close();
    const slow = frames.filter((ms) => ms > 34).length;
    return [
      ...percentileFigures(
        'opened',
        's',
        opened.map((ms) => ms / 1000),
        { 50: { budget: 1 }, 100: {} },
      ),
      { what: 'all of it fetched and in the page', value: wholeMs / 1000, unit: 's' },
      ...percentileFigures('scrolling: between frames', 'ms', frames, { 50: { budget: 16.7 }, 95: { budget: 16.7 } }),
      { what: `scrolling: frames over 34 ms of ${FRAMES}`, value: slow, unit: '' },
      ...percentileFigures('tick to frame', 'ms', ticks, { 50: { budget: 16 }, 95: {} }),
    ];
  },
};
