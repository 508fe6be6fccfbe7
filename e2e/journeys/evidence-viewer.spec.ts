import type { Page } from '@playwright/test';
import { aPrivateKey } from '../../lib/testing/canary-secrets';
import { addNote, declare, expect, test } from '../fixtures/journey';
import { noFaults } from '../fixtures/no-faults';
import { uploadEvidence } from '../fixtures/upload-evidence';

const password = 'Sommer2026!';
const line = (n: number) => `2026-11-22T03:10:00Z INFO api-blue request ${n} took ${n % 97} ms`;

/** A log of many lines, with something of each kind in it. */
function aLog(lines = 30_000): Buffer {
  const all = Array.from({ length: lines }, (_, index) => line(index + 1));
  all[119] = '\u001b[31mERROR\u001b[0m upstream timed out, the first';
  all[120] = '{"level":"error","message":"upstream timed out","attempt":2}';
  all[20_000] = 'upstream timed out, the last';
  all[200] = `PGPASSWORD=${password} psql -h db-1`;
  all[201] = aPrivateKey(6).replaceAll('\n', '\r\n');
  all[300] = `long ${'x'.repeat(200_000)}`;
  return Buffer.from(`${all.join('\n')}\n`);
}

const lines = (page: Page) => page.getByRole('region', { name: /^Lines of/ });
const row = (page: Page, n: number) =>
  lines(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: `Line ${n}`, exact: true }) });

async function openFile(page: Page, number: string, id: string, hash = ''): Promise<void> {
  await page.goto(`/incidents/${number}/evidence/${id}${hash}`);
  await expect(lines(page)).toBeVisible();
}

test('[E6] a log is read: found in, gone to by line, cited in a note, and who read it is in its custody', async ({
  visit,
}) => {
  const commander = await visit('commander');
  const { page } = commander;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const number = await declare(page, 'What the log says');
  const id = await uploadEvidence(page, number, 'incident-20261122-031500-api.log', aLog());
  await openFile(page, number, id);
  await expect(page.locator('#main').getByText('30,007 lines')).toBeVisible();
  await expect(row(page, 1)).toContainText('request 1 took 1 ms');
  await noFaults(page);

  await page.keyboard.press('/');
  await page.keyboard.type('UPSTREAM timed out');
  await expect(page.getByText('1 of 3 lines')).toBeVisible();
  await expect(row(page, 120)).toBeInViewport();
  await expect(row(page, 120).locator('.ev-red')).toHaveText('ERROR');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(page.getByText('3 of 3 lines')).toBeVisible();
  await expect(row(page, 20_008)).toBeInViewport();
  await page.keyboard.press('Shift+N');
  await expect(page.getByText('2 of 3 lines')).toBeVisible();

  await row(page, 121).getByRole('link').click();
  await page.getByText('Read line 121 as JSON').click();
  await expect(page.getByText('"attempt": 2')).toBeVisible();
  await row(page, 125)
    .getByRole('link')
    .click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/#L121-L125$/);
  await page.getByRole('button', { name: 'Copy as citation' }).click();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  expect(cited).toMatch(/^\[incident-20261122-031500-api\.log:121-125\]\(http.*#L121-L125\)$/);
  await noFaults(page);

  await page.getByLabel('Line', { exact: true }).fill('30000');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(row(page, 30_000)).toBeInViewport();
  await page.getByLabel('Line', { exact: true }).fill('307');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(page.getByText('this line has 200 kB')).toBeVisible();
  await page.getByRole('button', { name: 'Wrap lines' }).click();
  await expect(row(page, 307)).toBeInViewport();

  await page.goto(`/incidents/${number}`);
  await addNote(page, `Seen at ${cited}`);
  const responder = await visit('responder');
  await responder.page.goto(`/incidents/${number}`);
  await responder.page
    .getByRole('log', { name: 'Timeline' })
    .getByRole('link', { name: /api\.log:121-125/ })
    .click();
  const opened = await responder.context.waitForEvent('page').catch(() => responder.context.pages().at(-1));
  const reading = responder.context.pages().at(-1) ?? opened ?? responder.page;
  await expect(row(reading, 123)).toBeInViewport();
  await expect(row(reading, 123)).toHaveAttribute('data-marked', 'true');
  await reading.reload();
  const custody = reading.getByRole('region', { name: 'Custody' });
  await expect(custody).toContainText('Camille Roux saved it');
  await expect(custody).toContainText('Camille Roux viewed it');
  await expect(custody).toContainText('Rafael Ortiz viewed it');
  expect([...commander.complaints, ...responder.complaints]).toEqual([]);
});

test('[E7] secrets are masked and not to be found; a commander sees them with a reason, for their own eyes', async ({
  visit,
}) => {
  const commander = await visit('commander');
  const { page } = commander;
  const number = await declare(page, 'Secrets in a log');
  const id = await uploadEvidence(page, number, 'env.log', aLog(400));
  await expect
    .poll(
      async () =>
        (await (await page.request.get(`/api/v1/incidents/${number}/evidence`)).text()).includes('private key'),
      {
        timeout: 20_000,
      },
    )
    .toBe(true);
  await openFile(page, number, id, '#L201');
  await expect(row(page, 201)).toContainText('PGPASSWORD=‹masked: password› psql');
  for (let n = 202; n <= 209; n += 1) await expect(row(page, n)).toContainText('‹masked: private key›');
  await expect(page.getByText(/Likely secrets are masked: /)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find in the file' }).fill('Sommer');
  await expect(page.getByText('In no line')).toBeVisible();

  const responder = await visit('responder');
  await openFile(responder.page, number, id, '#L201');
  await expect(responder.page.getByRole('button', { name: /Show without masks/ })).toHaveCount(0);

  await page.getByRole('button', { name: /Show without masks/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why this is needed').fill('short');
  await dialog.getByRole('button', { name: 'Show without masks' }).click();
  await expect(dialog.getByRole('alert')).toContainText('at least 10');
  await noFaults(page);
  await dialog.getByLabel('Why this is needed').fill('Is it the password that leaked?');
  await dialog.getByRole('button', { name: 'Show without masks' }).click();
  await expect(row(page, 201)).toContainText(`PGPASSWORD=${password}`);
  await expect(page.getByText('1 of 1 line', { exact: true })).toBeVisible();
  await expect(page.getByText(/Secrets are shown to you until/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Custody' })).toContainText('Is it the password that leaked?');

  await responder.page.reload();
  await expect(row(responder.page, 201)).toContainText('‹masked: password›');
  expect([...commander.complaints, ...responder.complaints]).toEqual([]);
});

test('[E8] what a stakeholder may not see is not there; a picture is drawn anew, on a phone too', async ({ visit }) => {
  const { page } = await visit('responder', { viewport: { width: 390, height: 844 } });
  const number = await declare(page, 'A screenshot');
  const shot = await page.screenshot();
  const picture = await uploadEvidence(page, number, 'screenshot.png', shot);
  const log = await uploadEvidence(page, number, 'small.log', Buffer.from('one\ntwo\n'));
  const empty = Buffer.from('%PDF-1.7\n');
  const paper = await uploadEvidence(page, number, 'paper.pdf', empty);

  await page.goto(`/incidents/${number}/evidence/${picture}`);
  const drawn = page.getByRole('img', { name: 'Preview of screenshot.png' });
  await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await noFaults(page);
  await openFile(page, number, log);
  await expect(page.locator('#main').getByText('2 lines')).toBeVisible();
  await noFaults(page);
  await page.goto(`/incidents/${number}/evidence/${paper}`);
  await expect(page.locator('#main').getByText(/are not shown here/)).toBeVisible();

  const stakeholder = await visit('stakeholder');
  await stakeholder.page.goto(`/incidents/${number}/evidence/${log}`);
  await expect(stakeholder.page.getByRole('heading', { name: 'There is no such file.' })).toBeVisible();
  for (const part of ['lines', 'find?q=one', 'preview', 'content'])
    expect((await stakeholder.page.request.get(`/api/v1/evidence/${log}/${part}`)).status()).toBe(404);
});
