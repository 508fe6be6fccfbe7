import type { Page } from '@playwright/test';
import { FaroReceiver } from '../fixtures/faro-receiver';
import { addNote, test as base, declare, expect } from '../fixtures/journey';

const test = base.extend<{ receiver: FaroReceiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  receiver: async ({}, use) => {
    const receiver = await FaroReceiver.listen(process.env.E2E_FARO_URL ?? '');
    await use(receiver);
    await receiver.close();
  },
});

/** Web vitals are told when a page is left. */
const leave = (page: Page) => page.goto('about:blank');

/** Throws in the page, out of reach of any handler, from a script that is named like the page itself. */
const throwInPage = (page: Page, message: string) =>
  page.evaluate(
    `setTimeout(function here() { throw new TypeError(${JSON.stringify(message)}, { cause: new Error(${JSON.stringify(message)}) }); }, 0)\n//# sourceURL=${page.url()}`,
  );

/** Where a word stands in what was sent, with what stands around it. */
const mentions = (bodies: readonly string[], word: string) =>
  bodies.flatMap((body) => [...body.matchAll(new RegExp(`.{0,80}${word}.{0,40}`, 'g'))].map(([found]) => found));

const canary = (place: string) => `canary-${place}-7f3a9`;

test('a session tells its vitals, its ticks and its errors in Faro’s published model, and nothing that anybody typed', async ({
  visit,
  receiver,
}) => {
  const { page } = await visit('commander');
  const number = await declare(page, `Title ${canary('title')}`);
  await page.getByRole('checkbox', { name: 'Acknowledge the alert' }).click();
  await addNote(page, `Note ${canary('note')}`);
  await page.getByRole('textbox', { name: 'Note' }).fill(`Draft ${canary('draft')}`);
  await page.getByRole('button', { name: /change severity/ }).click();
  await page.getByRole('menuitem', { name: /to SEV-1/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(`Reason ${canary('reason')}`);
  await dialog.getByRole('button', { name: /SEV-1/ }).click();
  await expect(page.getByText(`Reason ${canary('reason')}`)).toBeVisible();

  await throwInPage(page, `cannot read ${canary('error')}`);
  await page.evaluate((text) => void Promise.reject(new RangeError(text)), canary('rejection'));
  await page.evaluate((text) => void Promise.reject(text), canary('plain-rejection'));
  await page.evaluate((text) => {
    setTimeout(() => {
      throw text;
    }, 0);
  }, canary('thrown-text'));
  const exceptions = () => receiver.payloads().flatMap((payload) => payload.exceptions ?? []);
  await expect
    .poll(() => exceptions().map(({ type }) => type))
    .toEqual(expect.arrayContaining(['TypeError', 'RangeError']));
  await expect.poll(() => receiver.measurements('tick_to_paint')).toHaveLength(1);
  await leave(page);
  for (const vital of ['lcp', 'fcp', 'ttfb', 'cls', 'inp']) {
    await expect
      .poll(() => receiver.measurements('web-vitals').some(({ values }) => vital in values), { message: vital })
      .toBe(true);
  }

  const [paint] = receiver.measurements('tick_to_paint');
  expect(paint?.values.paint_ms).toBeGreaterThan(0);
  expect(paint?.values.paint_ms).toBeLessThan(5_000);
  const events = receiver.payloads().flatMap((payload) => payload.events ?? []);
  expect(events.map(({ name }) => name)).toContain('session_start');
  expect(new Set(receiver.payloads().map(({ meta }) => meta.session.id)).size).toBe(1);

  const names = ['Camille', 'Roux', 'camille-roux', 'example.test'];
  for (const word of ['canary', '7f3a9', number, 'INC-', ...names]) {
    expect(mentions(receiver.bodies, word), word).toEqual([]);
  }
});

test('a stream that was silent is told as a gap, once it is back', async ({ console: running, visit, receiver }) => {
  const { page } = await visit('stakeholder');
  await expect(page.getByText(/^Live, \d/)).toBeVisible();
  running.signal('console', 'SIGSTOP');
  try {
    await expect(page.getByRole('status').filter({ hasText: /since \d\d:\d\d:\d\d UTC/i })).toBeVisible({
      timeout: 15_000,
    });
  } finally {
    running.signal('console', 'SIGCONT');
  }
  await expect.poll(() => receiver.measurements('stream_gap').length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [gap] = receiver.measurements('stream_gap');
  expect(gap?.values.gap_ms).toBeGreaterThan(8_000);
  expect(gap?.values.gap_ms).toBeLessThan(60_000);
});

test('Faro is no part of what a page loads first: it is fetched, and sends, after the first paint', async ({
  console: running,
  visit,
  receiver,
}) => {
  const { page } = await visit('responder');
  await leave(page);
  receiver.bodies.length = 0;
  const response = await page.goto('/');
  const html = (await response?.text()) ?? '';
  const first = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) => source);
  expect(first.length).toBeGreaterThan(3);
  for (const source of first) {
    const script = await (await page.request.get(source)).text();
    expect(script.includes('com.grafana.faro'), source).toBe(false);
  }

  await expect.poll(() => receiver.bodies.length).toBeGreaterThan(0);
  const receiverOrigin = new URL(process.env.E2E_FARO_URL ?? '').origin;
  const timesOf = () =>
    page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      loads: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
    }));
  // The browser notes a request when its answer is in, a moment after the receiver has it.
  const isSend = ({ name }: { name: string }) => name.startsWith(receiverOrigin);
  await expect.poll(async () => (await timesOf()).loads.filter(isSend).length).toBeGreaterThan(0);
  const times = await timesOf();
  const sends = times.loads.filter(isSend);
  for (const { startTime } of sends) expect(startTime).toBeGreaterThan(times.paint);

  const late = times.loads.filter(({ name }) => name.startsWith(running.url) && name.endsWith('.js'));
  const holders = await Promise.all(
    late.map(async (load) => ({ ...load, text: await (await page.request.get(load.name)).text() })),
  );
  const faro = holders.filter(({ text }) => text.includes('com.grafana.faro'));
  expect(faro.length).toBeGreaterThan(0);
  for (const { startTime } of faro) expect(startTime).toBeGreaterThan(times.paint);
});

test('a receiver that is not there disturbs nobody', async ({ visit }) => {
  const { page, complaints } = await visit('responder');
  await declare(page, 'Nobody listens');
  await page.getByRole('checkbox', { name: 'Acknowledge the alert' }).click();
  await expect(page.getByRole('checkbox', { name: 'Acknowledge the alert' })).toBeChecked();
  await leave(page);
  expect(complaints).toEqual([]);
});
