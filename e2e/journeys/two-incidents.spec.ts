import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/journey';

const main = (page: Page) => page.locator('#main');

/** Declares from the row of this service on the situation page, as the form is filled in; answers the number. */
async function declareFrom(page: Page, serviceId: string, title: string): Promise<string> {
  await page.goto('/');
  const row = main(page).locator(`tr[data-service="${serviceId}"]`);
  await expect(row).toHaveAttribute('data-status', 'down', { timeout: 20_000 });
  await row.getByRole('button', { name: /^Declare/ }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel(/What is wrong/)).toHaveValue(title);
  await form.getByLabel(/What is wrong/).press('Control+Enter');
  await page.waitForURL(/\/incidents\/INC-/);
  return page.url().split('/').at(-1) ?? '';
}

test('[I22] [I26] [I27] [M21] two at once: each holds its own row, and one is resolved while the other burns', async ({
  console: running,
  visit,
}) => {
  test.setTimeout(150_000);
  const { page, complaints } = await visit('commander');
  await running.platform('minio', 'down');
  const uploads = await declareFrom(page, 'minio', 'Tracks, covers and avatars do not upload');
  await running.platform('redis', 'down');
  const logins = await declareFrom(page, 'redis-master', 'Logins fail and sessions turn invalid');

  await test.step('each says whose the other row is', async () => {
    await expect(main(page)).toContainText(`MinIO / S3 is down: that is ${uploads}.`);
    await page.goto(`/incidents/${uploads}`);
    await expect(main(page)).toContainText(`Redis master is down: that is ${logins}.`);
    await page.goto('/');
    const row = main(page).locator('tr[data-service="redis-master"]');
    await expect(row.getByRole('link', { name: /^in INC-.*, open$/ })).toBeVisible();
  });

  await test.step('what was found out becomes the cause; a red row of its own takes a reason, a mended one none', async () => {
    await page.goto(`/incidents/${uploads}`);
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('/finding Two drives of node 2 are gone');
    await note.press('Control+Enter');
    const entry = page.getByRole('log').getByRole('listitem').filter({ hasText: 'Two drives of node 2' });
    await entry.getByRole('button', { name: /^Entry \d+: more/ }).click();
    await page.getByRole('menuitem', { name: /^Take as the cause…/ }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByLabel('Cause')).toHaveValue('Two drives of node 2 are gone');
    await expect(form.getByLabel(/Why go on although MinIO/)).toBeVisible();
    await expect(form).not.toContainText('Redis');
    await running.platform('minio', 'ok');
    await expect(form.getByLabel(/Why go on/)).toHaveCount(0, { timeout: 20_000 });
    await form.getByLabel('Mitigated by').fill('new drives');
    await form.getByLabel('Cause').press('Control+Enter');
    await expect(main(page).getByText('resolved it')).toBeVisible();
  });

  await test.step('its last word does not take over what burns, and is not held back by it', async () => {
    await page.goto(`/incidents/${uploads}/comms`);
    const text = main(page)
      .locator('[data-channel="status-page"]')
      .getByRole('textbox', { name: /^Text for/ });
    await expect(text).toHaveValue(/Our checks no longer show this problem\./);
    await expect(text).not.toHaveValue(/log in|login|Redis|Everything works/i);
    const held = main(page).getByRole('region', { name: 'Held against the record' });
    await expect(held).toContainText('Everything here agrees with the record.');
  });

  await test.step('the other one is still asked for its own', async () => {
    await page.goto(`/incidents/${logins}`);
    await expect(main(page)).toContainText('Investigating');
    await page.keyboard.press('m');
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog')).toContainText('Redis master is down');
  });
  expect(complaints).toEqual([]);
});
