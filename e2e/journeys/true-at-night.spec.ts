import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/journey';
import { Truth } from '../fixtures/truth';

// Each journey as a commander lives it. At every step the head, the form, NOW, the record's facts and what is said in
// public are held against what is true at that moment; meanwhile each page is read every 250 ms by `Truth`.

const head = (page: Page) => page.locator('#main').getByRole('heading', { level: 1 }).first();
const now = (page: Page) => page.locator('#main section[data-rule]').first();
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

/** Posts by hand what no channel takes, as NOW asks for it. */
async function postByHand(page: Page, number: string): Promise<void> {
  await expectNow(page, 'N20', /Post 1 text: Executive summary/);
  await press(page, /Post the text/);
  await page.waitForURL(/\/comms/);
  await page.locator('#main').getByRole('button', { name: 'Executive summary is posted' }).click();
  await expect(page.locator('#main')).toContainText('posted by Camille Roux');
  await page.goto(`/incidents/${number}`);
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
    await truth.watch(page);
    await truth.platform('minio', 'down');
    await truth.platform('rabbitmq', 'degraded');
    await expect(head(page)).toHaveText(/^Uploads fail and new tracks do not appear\..* Working: .*\.$/);
    await expect(head(page)).not.toContainText(/Working: .*uploads/);

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
    await moveOn(page, /Mitigated|Mark/, { 'What ended the harm': 'the node was replaced' });
    await expectNow(page, 'N21', /Send the Monitoring update/);
    const monitoring = await sendUpdate(page, number);
    expect(monitoring).not.toMatch(/cannot|not working|fail/i);
    await postByHand(page, number);
    await expectNow(page, 'N15', /Resolve it/);
    await moveOn(page, /Resolve/, { Cause: 'a node lost its disks', 'Mitigated by': 'replacing the node' });
    await expectNow(page, 'N21', /Send the RESOLVED update/);
    await expect(now(page)).toContainText('The postmortem comes after it');
    await sendUpdate(page, number);
    await postByHand(page, number);
    await expectNow(page, 'N16', /Finish the postmortem/);
    await page.goto(`/follow/${number}`);
    await expect(page.locator('body')).toContainText(/Resolved/i, { timeout: 20_000 });
    expect(truth.sampleCount).toBeGreaterThan(100);
    expect(truth.falsehoods()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('(b) both instances hang: nothing is known, the worst is assumed, and knowing again is no recovery', async ({
    console: running,
    catalogue,
    visit,
  }) => {
    test.setTimeout(150_000);
    const truth = new Truth(running, catalogue);
    const { page, complaints } = await visit('commander');
    await truth.watch(page);
    await truth.platform('minio', 'degraded');
    await expect(head(page)).toContainText('Uploads are slow');
    await truth.platform('blue', 'hang');
    await truth.platform('green', 'hang');
    await expect(head(page)).toHaveText('We cannot see the platform: neither API blue nor API green answers.');
    await expect(page.locator('#main')).toContainText(
      'The matrix proposes SEV-1: no instance of API behind HAProxy answers',
    );

    const number = await declareByKey(page, {
      ...{ title: /API behind HAProxy does not answer/, severity: 'SEV-1', because: /rule S1: no instance of API/ },
    });
    await expect(timeline(page)).toContainText('We cannot see the platform');
    await firstFiveMinutes(page);
    await expectNow(page, 'N11', /Set the failure class: The API does not answer, on any instance\?/);
    await press(page, 'Set the class');
    await expect(now(page)).not.toContainText(/Raise it|Call the on-call/);

    await test.step('it answers again, as it was: one fact says so, and nothing "is ok again" at an old time', async () => {
      await truth.platform('blue', 'on');
      await truth.platform('green', 'on');
      await expect(timeline(page)).toContainText(/known again, unknown from \d\d:\d\d:\d\d UTC/);
      await expect(timeline(page)).not.toContainText(/Elasticsearch (is ok|was switched|became)/);
      await expect(timeline(page)).not.toContainText(/MinIO \/ S3 (is ok again|became degraded)/);
    });
    await expectNow(page, 'N9', /Mark it mitigated, if users confirm/);
    await page.goto(`/incidents/${number}/comms`);
    const text = page.locator('[data-channel="followers"]').getByRole('textbox', { name: /^Text for/ });
    await expect(text).not.toHaveValue(/outage|nothing works/i);
    expect(truth.falsehoods()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('(c) a key that no row knows is false: it is said at the head, and nothing claims that everything works', async ({
    console: running,
    catalogue,
    visit,
  }) => {
    const truth = new Truth(running, catalogue);
    const { page, complaints } = await visit('commander');
    await truth.watch(page);
    await expect(head(page)).toHaveText(/^Everything works/);
    await truth.platform('flag', 'recommender', 'false');
    await expect(head(page)).toHaveText(
      /^recommender is false on API blue and API green; no row of the matrix has it, so nobody knows what users feel\. Working, as far as/,
    );
    await expect(page.locator('#main')).toContainText('2 reported components have no row in the matrix');
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('recommender is false');
    await expect(dialog).not.toContainText('Proposed by rule');
    await dialog.getByRole('textbox').first().fill('Recommendations may be gone');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/incidents\/INC-/);
    await expect(timeline(page)).toContainText('recommender is false');
    await expectNow(page, 'N5', /Acknowledge the alert/);
    await page.goto('/');
    await truth.platform('reset');
    await expect(head(page)).toHaveText(/^Everything works/);
    expect(truth.falsehoods()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('(d) two incidents at once: each has its own rows, and one is RESOLVED while the other burns', async ({
    console: running,
    catalogue,
    visit,
  }) => {
    test.setTimeout(180_000);
    const truth = new Truth(running, catalogue);
    const { page, complaints } = await visit('commander');
    await truth.watch(page);
    await truth.platform('minio', 'down');
    await expect(head(page)).toContainText('Uploads fail');
    const first = await declareByKey(page, { title: /do not upload/, severity: 'SEV-2', because: /rule S2: MinIO/ });
    await page.goto('/');
    await truth.platform('redis', 'down');
    await expect(head(page)).toContainText('Logins fail and sessions are lost.');
    await expect(head(page)).toContainText('Slow or failing in part:');
    const second = await declareByKey(page, {
      title: /Logins fail/,
      severity: 'SEV-2',
      because: /rule S2: Redis master/,
    });
    expect(second).not.toBe(first);
    await page.keyboard.press('d');
    await expect(page.getByRole('dialog')).toContainText(new RegExp(`in (${first}|${second})`));
    await page.keyboard.press('Escape');

    await test.step("what mends is the one's, and the other says whose the rest is", async () => {
      await page.goto(`/incidents/${first}`);
      await expect(page.locator('#main')).toContainText(new RegExp(`Redis master is down: .*${second}`));
      await truth.platform('minio', 'ok');
      await press(page, 'Done');
      await expectNow(page, 'N9', /Mark it mitigated, if users confirm/);
      await page.goto(`/incidents/${second}`);
      await press(page, 'Done');
      await expectNow(page, 'N12', /Read the alert annotation/);
    });
    await page.goto(`/incidents/${first}`);
    await moveOn(page, /Mark/, { 'What ended the harm': 'the node was replaced' });
    await sendUpdate(page, first);
    await postByHand(page, first);
    await moveOn(page, /Resolve/, { Cause: 'a node lost its disks', 'Mitigated by': 'replacing the node' });
    await expectNow(page, 'N21', /Send the RESOLVED update/);
    const resolved = await sendUpdate(page, first);
    expect(resolved).not.toMatch(/log ?in|sessions are lost/i);
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Open incidents' })).not.toContainText(first);
    await expect(page.getByRole('region', { name: 'Open incidents' })).toContainText(second);
    expect(truth.falsehoods()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('(e) the console is killed in the middle: the page says so, and the record has the gap', async ({
    console: running,
    catalogue,
    visit,
  }) => {
    test.setTimeout(120_000);
    const truth = new Truth(running, catalogue);
    const { page } = await visit('commander');
    await truth.watch(page);
    await truth.platform('minio', 'down');
    await expect(head(page)).toContainText('Uploads fail');
    await declareByKey(page, { title: /do not upload/, severity: 'SEV-2', because: /rule S2: MinIO/ });
    await expectNow(page, 'N5', /Acknowledge the alert/);
    await truth.whileAway(async () => {
      running.signal('supervisor', 'SIGSTOP');
      running.signal('console', 'SIGKILL');
      await expect(now(page)).toHaveAttribute('data-rule', 'N0', { timeout: 20_000 });
      await expect(now(page)).toContainText(/As of \d\d:\d\d:\d\d UTC, NOW said: Acknowledge the alert/);
      await truth.platform('minio', 'ok');
      running.signal('supervisor', 'SIGCONT');
      await running.untilReady();
      await expectNow(page, 'N5', /Acknowledge the alert/);
    });
    await expect(timeline(page)).toContainText(
      /The console did not watch the platform from \d\d:\d\d:\d\d UTC to \d\d:\d\d:\d\d UTC/,
      { timeout: 20_000 },
    );
    await expect(timeline(page)).toContainText('MinIO / S3 is ok, was down');
    await expect(timeline(page)).not.toContainText('MinIO / S3 is ok again');
    expect(truth.falsehoods()).toEqual([]);
  });

  test('(f) nobody knows the class: from the page to RESOLVED said in public', async ({
    console: running,
    catalogue,
    visit,
  }) => {
    test.setTimeout(180_000);
    const truth = new Truth(running, catalogue);
    const { page, complaints } = await visit('commander');
    await truth.watch(page);
    await truth.platform('hyperswitch', 'degraded');
    await expect(head(page)).toContainText('Payments are slow');
    const number = await declareByKey(page, {
      ...{ title: /./, severity: 'SEV-2', because: /rule S3: Hyperswitch is degraded/ },
    });
    await firstFiveMinutes(page);
    await page.getByRole('button', { name: 'None of these' }).click();
    await expect(now(page)).not.toContainText(/Call the on-call|escalat|Not classified/i);
    await expectNow(page, 'N12', /./);
    await truth.platform('hyperswitch', 'ok');
    await expectNow(page, 'N9', /Mark it mitigated, if users confirm/);
    await moveOn(page, /Mark/, { 'What ended the harm': 'the router was restarted' });
    await expectNow(page, 'N21', /Send the Monitoring update/);
    await sendUpdate(page, number);
    await postByHand(page, number);
    await moveOn(page, /Resolve/, { Cause: 'a stuck router', 'Mitigated by': 'restarting it' });
    await expectNow(page, 'N21', /Send the RESOLVED update/);
    await page.goto(`/follow/${number}`);
    await expect(page.locator('body')).not.toContainText(/Investigating/);
    await sendUpdate(page, number);
    await page.goto(`/follow/${number}`);
    await expect(page.locator('body')).toContainText('Resolved', { timeout: 20_000 });
    expect(truth.falsehoods()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
