import { gzipSync } from 'node:zlib';
import type { BrowserContext, Response } from '@playwright/test';

/** Kilobytes (1000 bytes) of script after gzip -6: until the load event, and those that came later of themselves. */
export interface ScriptSizes {
  firstKb: number;
  lateKb: number;
  files: number;
}

const GZIP_LEVEL = 6;
const QUIET_MS = 3_000;

async function sizeOf(response: Response): Promise<number> {
  return gzipSync(await response.body(), { level: GZIP_LEVEL }).length / 1000;
}

/** Opens the page with an empty cache and weighs every script that the browser fetched. Modern browsers skip `nomodule`. */
export async function weighScripts(context: BrowserContext, path: string): Promise<ScriptSizes> {
  const page = await context.newPage();
  const first: Promise<number>[] = [];
  const late: Promise<number>[] = [];
  let hasLoaded = false;
  page.once('load', () => {
    hasLoaded = true;
  });
  const isLate = new Set<string>();
  page.on('request', (request) => {
    if (hasLoaded) isLate.add(request.url());
  });
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || !response.ok()) return;
    (isLate.has(response.url()) ? late : first).push(sizeOf(response));
  });
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET_MS);
  const [firstSizes, lateSizes] = [await Promise.all(first), await Promise.all(late)];
  await page.close();
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return { firstKb: sum(firstSizes), lateKb: sum(lateSizes), files: firstSizes.length };
}
