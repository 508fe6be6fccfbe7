import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/journey';
import { settleIncidents } from '../fixtures/settle-incidents';
import { Truth } from '../fixtures/truth';

// Each journey as a commander lives it. At every step the head, the form, NOW, the record's facts and what is said in
// public are held against what is true at that moment; meanwhile each page is read every 250 ms by `Truth`.

const head = (page: Page) => page.locator('#main').getByRole('heading', { level: 1 }).first();
const now = (page: Page) => page.locator('section[data-rule]');
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const numberOf = (page: Page) => page.url().split('/').at(-1) ?? '';

/** NOW by its rule and its words. */
async function expectNow(page: Page, rule: string, words: RegExp): Promise<void> {
  await expect(now(page)).toContainText(words);
  await expect(now(page)).toHaveAttribute('data-rule', rule);
}

/** Does what NOW offers under this name. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await now(page).getByRole('button', { name }).first().click();
}

/** Through the first five minutes until the class is asked for; dashboards open in tabs of their own. */
async function firstFiveMinutes(page: Page): Promise<void> {
  await expectNow(page, 'N5', /Acknowledge the alert/);
  await press(page, 'Done');
  await expectNow(page, 'N12', /Read the alert annotation/);
  await press(page, 'no alert');
  for (const board of ['Dashboard 1', 'Dashboard 2', 'Dashboard 3']) {
    await expectNow(page, 'N12', new RegExp(board));
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('.');
    await (await opened).close();
    await expect(now(page)).toContainText('Again to mark it done');
    await page.keyboard.press('.');
  }
}

/** `D`, what the form proposes, and Ctrl Enter: three actions from the page to the record. */
async function declareByKey(
  page: Page,
  expected: { title: RegExp; severity: string; because: RegExp },
): Promise<string> {
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox').first()).toHaveValue(expected.title);
  await expect(dialog.getByRole('radio', { name: new RegExp(expected.severity) })).toBeChecked();
  await expect(dialog).toContainText(expected.because);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/incidents\/INC-/);
  await expect(head(page)).toHaveText(expected.title);
  return numberOf(page);
}

/** Sends what the page of updates has prepared; answers what it says to the public. */
async function sendUpdate(page: Page, number: string): Promise<string> {
  await page.goto(`/incidents/${number}/comms`);
  const main = page.locator('#main');
  const said = await main
    .locator('[data-channel="followers"]')
    .getByRole('textbox', { name: /^Text for/ })
    .inputValue();
  await expect(main.getByRole('region', { name: 'Held against the record' })).toContainText('agrees with the record');
  await main.getByRole('button', { name: /^Send to \d/ }).click();
  await expect(main.getByRole('button', { name: 'Take it back' })).toBeVisible();
  await page.goto(`/incidents/${number}`);
  return said;
}

/** Moves on by the form of the state's action, with the fields named. */
async function moveOn(page: Page, button: string | RegExp, fields: Record<string, string>): Promise<void> {
  await press(page, button);
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
}

test.describe('every word is true at 03:00', { tag: '@shipped' }, () => {
  test('(a) MinIO is down and RabbitMQ degraded, from the page to RESOLVED said in public', async ({
    console: running,
    catalogue,
    visit,
  }) => {
    test.setTimeout(150_000);
    const truth = new Truth(running, catalogue);
    const { page, complaints } = await visit('commander');
    await settleIncidents(page.request, running.url);
    await truth.watch(page);
    await truth.platform('minio', 'down');
    await truth.platform('rabbitmq', 'degraded');
    await expect(head(page)).toHaveText(/^Uploads fail and new tracks do not appear\..* work\.$/);
    await expect(head(page)).not.toContainText('uploads and');

    const number = await declareByKey(page, {
      ...{ title: /^Tracks, covers and avatars do not upload$/, severity: 'SEV-2', because: /rule S2: MinIO/ },
    });
    await expect(timeline(page)).toContainText(/MinIO \/ S3 is down since/);
    await expect(timeline(page)).toContainText(/RabbitMQ is degraded since/);
    await firstFiveMinutes(page);
    await expectNow(page, 'N11', /Set the failure class: Tracks do not upload, but the API responds\?/);
    await press(page, 'Set the class');
    await expectNow(page, 'N12', /MinIO console/);

    await test.step('what mends is told when it mends, and nothing is mitigated while MinIO is down', async () => {
      await truth.platform('rabbitmq', 'ok');
      await expect(timeline(page)).toContainText('RabbitMQ is ok again');
      await expectNow(page, 'N12', /MinIO console/);
      await truth.platform('minio', 'ok');
      await expect(timeline(page)).toContainText('MinIO / S3 is ok again');
      await expectNow(page, 'N9', /Mark it mitigated, if users confirm/);
    });
    await moveOn(page, /Mitigated|Mark/, { 'What was done': 'the node was replaced' });
    await expectNow(page, 'N21', /Send the Monitoring update/);
    const monitoring = await sendUpdate(page, number);
    expect(monitoring).not.toMatch(/cannot|not working|fail/i);
    await expectNow(page, 'N15', /Resolve it/);
    await moveOn(page, /Resolve/, { Cause: 'a node lost its disks', 'Mitigated by': 'replacing the node' });
    await expectNow(page, 'N21', /Send the RESOLVED update/);
    await expect(now(page)).toContainText('The postmortem comes after it');
    await sendUpdate(page, number);
    await expectNow(page, 'N16', /Finish the postmortem/);
    await page.goto(`/follow/${number}`);
    await expect(page.locator('body')).toContainText(/Resolved/i, { timeout: 20_000 });
    expect(truth.sampleCount).toBeGreaterThan(100);
    expect(truth.falsehoods()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
