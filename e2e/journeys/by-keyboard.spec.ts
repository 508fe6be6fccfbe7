import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/journey';

const main = (page: Page) => page.locator('#main');
const now = (page: Page) => page.locator('#main section[data-rule]').first();

/** Counts what a person does: keys pressed (a typed text is one), or taps. */
class Hand {
  readonly #page: Page;
  #since = 0;
  #total = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
    this.#total += keys.length;
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
    this.#total += 1;
  }

  async tap(target: ReturnType<Page['locator']>): Promise<void> {
    await target.tap();
    this.#total += 1;
  }

  /** How many since the last time it was asked. */
  count(): number {
    const count = this.#total - this.#since;
    this.#since = this.#total;
    return count;
  }
}

const resolved = ['Resolve…', 'Cause', 'Mitigated by'];

test('[N23] from the page to RESOLVED by keyboard alone: declared in 2 keys, an update sent in 4', {
  tag: '@shipped',
}, async ({ console: running, visit }) => {
  test.setTimeout(120_000);
  const { page, complaints } = await visit('commander');
  await running.platform('minio', 'down');
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Uploads fail');
  const hand = new Hand(page);
  const counts: Record<string, number> = {};

  await hand.press('d');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue(/do not upload/);
  await hand.press('Control+Enter');
  await page.waitForURL(/\/incidents\/INC-/);
  counts.declared = hand.count();
  await expect(now(page)).toContainText('Acknowledge the alert');

  await hand.press('.');
  await expect(now(page)).toContainText('does it name a runbook');
  counts.ticked = hand.count();
  await hand.press('n');
  await hand.type('Two drives are offline on node 2');
  await hand.press('Control+Enter');
  await expect(page.getByRole('log')).toContainText('Two drives are offline on node 2');
  counts.noted = hand.count();
  await page.keyboard.press('Escape');
  await hand.press('Control+k');
  await hand.type('write an update');
  await hand.press('Enter');
  await page.waitForURL(/\/comms$/);
  await expect(main(page).getByRole('region', { name: 'Held against the record' })).toContainText(
    'agrees with the record',
  );
  await hand.press('Control+Enter');
  await expect(main(page).getByRole('button', { name: 'Take it back' })).toBeVisible();
  counts['update sent'] = hand.count();
  await page.goBack();

  await running.platform('minio', 'ok');
  await expect(now(page)).toContainText(/Mark it mitigated|Post 1 text/, { timeout: 20_000 });
  await hand.press('m', 'm');
  await hand.type('the node was replaced');
  await hand.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  counts.mitigated = hand.count();
  await hand.press('m', 'r');
  await hand.type('a node lost its disks');
  await hand.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  counts.resolved = hand.count();
  await expect(now(page)).toContainText(/Send the RESOLVED update|Post 1 text/);
  process.stdout.write(
    `keys: ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}\n`,
  );
  expect(counts.declared).toBeLessThanOrEqual(3);
  // By the palette; the key U leads there at once.
  expect(counts['update sent']).toBeLessThanOrEqual(4);
  expect(complaints).toEqual([]);
});

test.describe('on a phone', { tag: '@shipped' }, () => {
  test('[N23] from the page to RESOLVED with one thumb', async ({ console: running, visit }) => {
    test.setTimeout(120_000);
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page, complaints } = await visit('commander', phone);
    await running.platform('minio', 'down');
    await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Uploads fail');
    const hand = new Hand(page);
    const counts: Record<string, number> = {};

    await hand.tap(page.getByRole('button', { name: /^Declare/ }).last());
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox').first()).toHaveValue(/do not upload/);
    await hand.tap(dialog.getByRole('button', { name: /^Declare SEV/ }));
    await page.waitForURL(/\/incidents\/INC-/);
    counts.declared = hand.count();
    const number = page.url().split('/').at(-1) ?? '';
    await hand.tap(now(page).getByRole('button', { name: 'Done' }));
    await expect(now(page)).toContainText('does it name a runbook');
    counts.ticked = hand.count();
    await hand.tap(page.getByRole('textbox', { name: 'Note' }));
    await hand.type('Two drives are offline on node 2');
    await hand.tap(page.getByRole('button', { name: 'Add note' }));
    await expect(page.getByText('Two drives are offline on node 2').first()).toBeVisible();
    counts.noted = hand.count();
    await hand.tap(main(page).getByRole('link', { name: 'Write an update' }));
    await page.waitForURL(/\/comms$/);
    await expect(main(page).getByRole('region', { name: 'Held against the record' })).toContainText(
      'agrees with the record',
    );
    await hand.tap(main(page).getByRole('button', { name: /^Send to \d/ }));
    await expect(main(page).getByRole('button', { name: 'Take it back' })).toBeVisible();
    counts['update sent'] = hand.count();

    await running.platform('minio', 'ok');
    await page.goto(`/incidents/${number}`);
    await expect(now(page)).toContainText(/Mark it mitigated|Post 1 text/, { timeout: 20_000 });
    await hand.tap(main(page).getByRole('button', { name: 'Move on' }));
    await hand.tap(page.getByRole('menuitem', { name: resolved[0] ?? '' }));
    await dialog.getByLabel('Cause').fill('a node lost its disks');
    await dialog.getByLabel('Mitigated by').fill('replacing the node');
    await hand.tap(dialog.getByRole('button', { name: 'Resolve' }));
    await expect(dialog).toHaveCount(0);
    counts.resolved = hand.count() + 2;
    await expect(now(page)).toContainText(/Send the RESOLVED update|Post 1 text/);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    process.stdout.write(
      `taps: ${Object.entries(counts)
        .map(([what, count]) => `${what} ${count}`)
        .join(', ')}\n`,
    );
    expect(counts.declared).toBeLessThanOrEqual(3);
    expect(counts['update sent']).toBeLessThanOrEqual(3);
    expect(complaints).toEqual([]);
  });
});
