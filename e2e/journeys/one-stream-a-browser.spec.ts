import { addNote, declare, expect, test } from '../fixtures/journey';
import type { RunningConsole } from '../fixtures/running-console';

/** How many event streams the console holds open, by its own metrics. */
async function followers(running: RunningConsole): Promise<number> {
  const response = await fetch(`${running.url}/metrics`, {
    headers: { authorization: `Bearer ${running.metricsToken}` },
  });
  return Number(/^console_stream_followers (\d+)/m.exec(await response.text())?.[1] ?? Number.NaN);
}

test('[lesson 12] eight tabs share one stream, all are live, and one takes over when the holder closes', async ({
  console: running,
  visit,
}) => {
  const { page, context } = await visit('commander');
  const number = await declare(page, 'Many tabs');
  await expect.poll(() => followers(running)).toBe(1);
  const tabs = [page];
  for (let tab = 1; tab < 8; tab += 1) {
    const next = await context.newPage();
    await next.goto(`/incidents/${number}`);
    tabs.push(next);
  }
  await expect.poll(() => followers(running)).toBe(1);
  await addNote(page, 'seen by all tabs');
  for (const tab of tabs) await expect(tab.getByRole('log').getByText('seen by all tabs')).toBeVisible();

  await page.close();
  const [writer, ...others] = tabs.slice(1);
  if (!writer) throw new Error('no tab left');
  await expect.poll(() => followers(running)).toBe(1);
  await addNote(writer, 'the holder is gone');
  for (const tab of others) await expect(tab.getByRole('log').getByText('the holder is gone')).toBeVisible();
});

test('[lesson 16] no page asks anything of anybody but the console itself', async ({ console: running, visit }) => {
  const { page } = await visit('commander');
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await declare(page, 'Nobody else is asked');
  await page.goto('/');
  await page.goto('/incidents');
  await page.waitForLoadState('load');
  const receiver = new URL('http://127.0.0.1:4190').origin;
  expect([...origins].filter((origin) => origin !== receiver && !origin.startsWith('blob:'))).toEqual([running.url]);
});

test('[lesson 1] restarting the console never reloads a page, and a half-written note stays', async ({
  console: running,
  visit,
}) => {
  const { page } = await visit('responder');
  await declare(page, 'Restarted under us');
  await page.getByRole('textbox', { name: 'Note' }).fill('half written');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const before = running.note.processes.console?.pid;
  running.signal('console', 'SIGTERM');
  await expect.poll(() => running.note.processes.console?.pid).not.toBe(before);
  await running.untilReady();
  await expect(page.getByText(/^Live, \d/)).toBeVisible({ timeout: 10_000 });
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('half written');
});
