import type { Browser, Page } from '@playwright/test';
import { declare, expect, test } from '../fixtures/journey';
import { noFaults } from '../fixtures/no-faults';
import { type PublishedUpdate, publishUpdate } from '../fixtures/publish-update';
import type { RunningConsole } from '../fixtures/running-console';

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const failing: PublishedUpdate = {
  ...{ headline: 'Uploads fail', phase: 'identified', nextUpdateAt: inMinutes(20) },
  body: 'New uploads are refused since 03:02 UTC.\nWe know why, and are at work on it.',
  components: { upload: 'down', search: 'degraded', playback: 'ok' },
};
const over: PublishedUpdate = {
  ...{ headline: 'Uploads work again', phase: 'resolved', nextUpdateAt: null },
  ...{ body: 'Everything works.', components: { upload: 'ok', playback: 'ok' } },
};

/** As the comms lead: a link that holds for an hour. */
async function makeLink(page: Page, number: string): Promise<{ address: string; linkId: string }> {
  return page.evaluate(async (incident) => {
    const response = await fetch(`/api/v1/incidents/${incident}/follow-links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'Press office', ttlHours: 1 }),
    });
    return response.json();
  }, number);
}

async function revoke(page: Page, number: string, linkId: string): Promise<void> {
  const status = await page.evaluate(
    async ([incident, link]) => {
      const hex = BigInt(Date.now()).toString(16).padStart(12, '0');
      const commandId = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-a000-${crypto.randomUUID().slice(24)}`;
      const body = { commandId, type: 'comms.revoke_link', input: { number: incident, linkId: link } };
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/v1/commands', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    },
    [number, linkId] as const,
  );
  expect(status).toBe(200);
}

/** The milliseconds until the sentence is painted on a phone's line with a quarter of the CPU. */
async function timeToSentence(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(address);
  const ms = await page.evaluate(
    () => performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime,
  );
  await context.close();
  return ms ?? Number.NaN;
}

async function withoutScripts(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uploads fail');
  await expect(page.locator('.due')).toHaveText(/in \d+ min$/);
  await expect(page.getByText(/^Last update: .*, (under 1|\d+) min ago$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'What is affected' }).getByRole('listitem').first()).toContainText(
    'not working',
  );
  await context.close();
}

async function noFaultsAnywhere(browser: Browser, running: RunningConsole, address: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ baseURL: running.url, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(address);
      await noFaults(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await context.close();
    }
  }
}

test('[M6] people without an account follow by a link: live, by ear, without scripts, until it is taken back', async ({
  browser,
  console: running,
  visit,
}) => {
  test.setTimeout(120_000);
  const { page: lead } = await visit('commander');
  const number = await declare(lead, 'minio-3 full, see runbook');
  const { address, linkId } = await makeLink(lead, number);
  const reader = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  reader.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('No update yet');

  await publishUpdate(running, number, failing);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Uploads fail');
  await expect(reader.getByRole('status')).toContainText(/New update: Identified: Uploads fail\. Next update by/);
  await expect(reader.locator('.due')).toHaveText(/in \d+ min$/);
  await expect(reader.locator('body')).not.toContainText('minio-3');
  await withoutScripts(browser, address);
  await noFaultsAnywhere(browser, running, address);
  console.log(`time to sentence on Slow 4G with 4× CPU: ${Math.round(await timeToSentence(browser, address))} ms`);

  await publishUpdate(running, number, over);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Uploads work again');
  await expect(reader.locator('.due')).toContainText('This is over.');
  expect(complaints).toEqual([]);

  await revoke(lead, number, linkId);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
});

test('[A7] who signs in follows by number, and comes back to the page after signing in', async ({
  browser,
  console: running,
  visit,
}) => {
  const { page: lead } = await visit('commander');
  const number = await declare(lead, 'Followed by number');
  const reader = await (await browser.newContext({ baseURL: running.url })).newPage();
  await reader.goto(`/follow/${number}`);
  await reader.getByRole('button', { name: 'Sign in' }).click();
  await reader.getByRole('button', { name: /Sofia Lindqvist/ }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('No update yet');
  expect(new URL(reader.url()).pathname).toBe(`/follow/${number}`);
  await expect(reader.getByText(/The first (is due by|update is late)/)).toBeVisible();
});

test('[M19] at 320 px no bar covers the sentence, and paper says from where and of when it is', async ({
  browser,
  console: running,
  visit,
}) => {
  const { page: lead } = await visit('commander');
  const number = await declare(lead, 'Printed');
  await publishUpdate(running, number, failing);
  const { address } = await makeLink(lead, number);
  const page = await (await browser.newContext({ viewport: { width: 320, height: 256 } })).newPage();
  await page.goto(address);
  const heading = page.getByRole('heading', { level: 1 });
  await heading.scrollIntoViewIfNeeded();
  const isOnTop = await heading.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isOnTop).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.paper')).toBeVisible();
  await expect(page.locator('.paper')).toHaveText(/^From http\S+ · as it stood at \d\d:\d\d UTC, .* · printed /);
});

test('[M19] the console says without scripts that it does not update, and leads to the follow page', async ({
  browser,
  console: running,
  visit,
}) => {
  const { page: lead } = await visit('commander');
  const number = await declare(lead, 'No scripts');
  const cookies = await lead.context().cookies();
  const context = await browser.newContext({ baseURL: running.url, javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`/incidents/${number}`);
  await expect(page.getByText('Connecting', { exact: true })).toBeHidden();
  await page.getByRole('link', { name: `Follow ${number}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No update yet');
  await page.getByRole('link', { name: 'Back to the console' }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${number}$`));
});
