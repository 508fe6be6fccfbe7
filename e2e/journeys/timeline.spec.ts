import type { Page } from '@playwright/test';
import { addNote, declare, expect, test } from '../fixtures/journey';
import { noFaults } from '../fixtures/no-faults';
import { queryDatabase } from '../fixtures/query-database';

const log = (page: Page) => page.getByRole('log', { name: 'Timeline' });
const entry = (page: Page, text: string) => log(page).getByRole('listitem').filter({ hasText: text }).first();

/** Chooses from the menu of the entry with this text, by keyboard. */
async function choose(page: Page, text: string, item: RegExp): Promise<void> {
  await entry(page, text)
    .getByRole('button', { name: /^Entry \d+: more$/ })
    .press('Enter');
  await page.getByRole('menuitem', { name: item }).click();
}

test('[L1] a decision is written after a slash, told later, kept through a reload, and seen by the other at once', async ({
  visit,
}) => {
  const commander = await visit('commander');
  const { page } = commander;
  const number = await declare(page, 'Kinds of entries');
  const responder = await visit('responder');
  await responder.page.goto(`/incidents/${number}`);

  const field = page.getByRole('textbox', { name: 'Note' });
  await field.pressSequentially('/de');
  await expect(page.getByRole('listbox').getByRole('option', { name: /Decision/ })).toBeVisible();
  await noFaults(page);
  await field.press('Enter');
  await field.pressSequentially('Keep **playback** on the CDN cache');
  await page.reload();
  await expect(field).toHaveValue('Keep **playback** on the CDN cache');
  await page.getByRole('button', { name: 'Add decision' }).click();
  const there = entry(responder.page, 'on the CDN cache');
  await expect(there.getByText('Decision')).toBeVisible({ timeout: 1_000 });
  await expect(there.locator('strong', { hasText: 'playback' })).toBeVisible();

  await field.fill('Seen on the dashboard');
  await page.getByRole('button', { name: 'Earlier…' }).click();
  const earlier = new Date(Date.now() - 5 * 60_000).toISOString().slice(11, 16);
  await page.getByLabel('Happened at, UTC').fill(earlier);
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(entry(responder.page, 'Seen on the dashboard')).toContainText(/arrived \d min later/);
  await expect(entry(responder.page, 'Seen on the dashboard').getByText(`${earlier}:00`)).toBeVisible();
  expect([...commander.complaints, ...responder.complaints]).toEqual([]);
});

test('[L2] [L3] [L4] an entry is corrected, annotated and pinned from its menu; the other sees each at once', async ({
  visit,
}) => {
  const { page } = await visit('commander');
  const number = await declare(page, 'What became of an entry');
  const { page: other } = await visit('responder');
  await other.goto(`/incidents/${number}`);
  await addNote(other, 'Two drives offline');
  await expect(entry(page, 'Two drives offline')).toBeVisible();

  await choose(page, 'Two drives offline', /Correct/);
  await expect(page.getByLabel('Corrected words')).toHaveValue('Two drives offline');
  await noFaults(page);
  await page.getByLabel('Corrected words').fill('Three drives offline');
  await page.getByRole('dialog').getByRole('button', { name: 'Correct' }).click();
  await expect(entry(other, 'Three drives offline')).toContainText('corrected by Camille Roux', { timeout: 1_000 });
  await entry(other, 'Three drives offline')
    .getByText(/corrected by/)
    .click();
  await expect(entry(other, 'Three drives offline').getByText('Two drives offline')).toBeVisible();

  await choose(other, 'Three drives offline', /Annotate/);
  await other.getByLabel('Remark').fill('Node 2 and node 3');
  await other.getByRole('dialog').getByRole('button', { name: 'Annotate' }).click();
  await expect(entry(page, 'Three drives offline')).toContainText('Node 2 and node 3', { timeout: 1_000 });

  await choose(page, 'Three drives offline', /Pin/);
  const pins = other.getByRole('region', { name: 'Pinned entries' });
  await expect(pins).toContainText('Three drives offline', { timeout: 1_000 });
  await pins.getByRole('button', { name: 'Unpin' }).click();
  await expect(page.getByRole('region', { name: 'Pinned entries' })).toHaveCount(0);

  await page.getByLabel('Show of the timeline').selectOption('everything');
  await expect(log(page)).toContainText('unpinned');
  await choose(page, 'Three drives offline', /both times/);
  await expect(entry(page, 'Three drives offline')).toContainText('Happened');
  await noFaults(page);
});

test('[L5] filters and words live in the address; nothing names the console as somebody', async ({
  console: running,
  visit,
}) => {
  const { page } = await visit('commander');
  await running.platform('minio', 'down');
  await page
    .getByRole('row', { name: /MinIO/ })
    .getByRole('button', { name: /Declare/ })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Declare/ })
    .click();
  await page.waitForURL(/\/incidents\/INC-/);
  await addNote(page, 'About the disks');
  await addNote(page, 'About the network');
  await page.getByLabel('Show of the timeline').selectOption('notes');
  await page.getByLabel('Find in the timeline').fill('disks');
  await expect(log(page).getByRole('listitem')).toHaveCount(1);
  await expect(page).toHaveURL(/show=notes&find=disks/);
  await page.reload();
  await expect(log(page).getByRole('listitem')).toHaveCount(1);
  await page.getByLabel('Find in the timeline').fill('kubernetes');
  await page.getByRole('button', { name: 'Show all of it' }).click();
  await expect(entry(page, 'About the network')).toBeVisible();
  await page.getByRole('button', { name: 'UTC', exact: true }).click();
  await expect(page.getByRole('button', { name: 'UTC + local' })).toHaveAttribute('aria-pressed', 'true');
});

test('[K3] a record of 2,500 events opens at its end; a link to an early one leads there, and rows that come do not move it', async ({
  console: running,
  visit,
}) => {
  const { page } = await visit('commander');
  const number = await declare(page, 'Many events');
  await queryDatabase(
    running,
    `WITH one AS (SELECT id, last_seq, last_hash FROM incident WHERE number = $1),
     added AS (INSERT INTO event (incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash)
       SELECT one.id, one.last_seq + n, 'timeline.note_added', jsonb_build_object('text', 'Line number ' || n),
         '{"kind":"person","id":"x","name":"Somebody"}', gen_random_uuid(), now(), now(), one.last_hash
       FROM one, generate_series(1, 2500) AS n)
     UPDATE incident SET last_seq = last_seq + 2500 WHERE number = $1`,
    [number],
  );
  await page.goto(`/incidents/${number}#e42`);
  const marked = page.locator('#e42');
  await expect(marked).toBeInViewport({ timeout: 15_000 });
  await expect(marked).toHaveAttribute('data-marked', 'true');
  await expect(log(page).getByRole('listitem')).not.toHaveCount(0);
  await choose(page, 'Line number 40', /Pin/);
  await expect(page.getByRole('region', { name: 'Pinned entries' })).toBeVisible();
  const before = await marked.boundingBox();
  const { page: other } = await visit('responder');
  await other.goto(`/incidents/${number}`);
  await expect(entry(other, 'Line number 2500')).toBeInViewport();
  // Its entry is far above what the page came with; its words are there all the same.
  await expect(other.getByRole('region', { name: 'Pinned entries' })).toContainText('Line number 40');
  await addNote(other, 'Newest of all');
  await expect(page.getByRole('button', { name: /2 new/ })).toBeVisible();
  expect((await marked.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  await page.getByRole('button', { name: /2 new/ }).click();
  await expect(entry(page, 'Newest of all')).toBeInViewport();
  await page.getByLabel('Find in the timeline').fill('line 1799');
  await expect(entry(page, 'Line number 1799')).toBeInViewport();
  await expect(log(page).getByRole('listitem')).toHaveCount(1);
});
