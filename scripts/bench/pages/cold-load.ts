import type { BrowserContext } from '@playwright/test';
import { untilLive } from './shown-at';
import { slowDown } from './slow-line';

/** How a page is reached and on what. */
export interface Circumstances {
  name: string;
  isSlow: boolean;
}

/** Milliseconds since the navigation began; NaN for what never happened. */
export interface ColdLoad {
  statusPainted: number;
  largestPaint: number;
  hydrated: number;
  live: number;
}

const AFTER_ALL_MS = 1_000;

/** Looks at each frame: when the first status was painted, when the row and the header answer to React, when it is live. */
function watchLoading(): void {
  const seen: Partial<ColdLoad> = {};
  Object.assign(window, { benchLoad: seen });
  new PerformanceObserver((list) => {
    seen.largestPaint = list.getEntries().at(-1)?.startTime ?? Number.NaN;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const afterPaint = (note: (at: number) => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      note(performance.now());
      channel.port1.close();
    };
    channel.port2.postMessage(null);
  };
  const isAdopted = (selector: string) => {
    const one = document.querySelector(selector);
    return one !== null && Object.keys(one).some((key) => key.startsWith('__reactFiber$'));
  };
  const look = () => {
    const row = document.querySelector('tr[data-service]');
    if (seen.statusPainted === undefined && row?.checkVisibility()) {
      seen.statusPainted = Number.NaN;
      afterPaint((at) => {
        seen.statusPainted = at;
      });
    }
    if (seen.hydrated === undefined && isAdopted('tr[data-service]') && isAdopted('header button')) {
      seen.hydrated = performance.now();
    }
    if (seen.live === undefined && document.querySelector('header')?.textContent?.includes('Live')) {
      seen.live = performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Opens the situation page in a browser that has never seen the console, but is signed in. */
export async function loadCold(context: BrowserContext, { isSlow }: Circumstances): Promise<ColdLoad> {
  const page = await context.newPage();
  await page.addInitScript(watchLoading);
  if (isSlow) await slowDown(page);
  await page.goto('/', { waitUntil: 'load' });
  await untilLive(page);
  await page.waitForTimeout(AFTER_ALL_MS);
  const seen = await page.evaluate(() => (window as unknown as { benchLoad: Partial<ColdLoad> }).benchLoad);
  await page.close();
  const { statusPainted = Number.NaN, largestPaint = Number.NaN, hydrated = Number.NaN, live = Number.NaN } = seen;
  return { statusPainted, largestPaint, hydrated, live };
}
