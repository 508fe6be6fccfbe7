import type { Browser } from '@playwright/test';
import { slowDown } from './slow-line';

interface Weighed {
  pageKb: number;
  scriptKb: number;
  /** When the first text was painted, on each visit. */
  sentenceMs: number[];
}

/** Opens the follow page in browsers that have never seen it, on a bad line; its sentence is the first thing painted. */
export async function weighPage(browser: Browser, url: URL, visits: number): Promise<Weighed> {
  const sentenceMs: number[] = [];
  let [pageKb, scriptKb] = [0, 0];
  for (let visit = 0; visit < visits; visit += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    await slowDown(page);
    const answer = await page.goto(url.href, { waitUntil: 'load' });
    const html = (await answer?.text()) ?? '';
    pageKb = Buffer.byteLength(html) / 1000;
    scriptKb = Buffer.byteLength(/<script>(.*)<\/script>/s.exec(html)?.[1] ?? '') / 1000;
    const painted = await page.evaluate(
      () => performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime,
    );
    sentenceMs.push(painted ?? Number.NaN);
    await context.close();
  }
  return { pageKb, scriptKb, sentenceMs };
}
