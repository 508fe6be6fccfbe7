import { declare, expect, test } from '../fixtures/journey';
import { noFaults } from '../fixtures/no-faults';

for (const colorScheme of ['dark', 'light'] as const) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing in ${colorScheme} at ${width} px: sign-in, situation, declare, record, list`, async ({
      console: running,
      visit,
      browser,
    }) => {
      const options = { colorScheme, viewport: { width, height: 800 } };
      const stranger = await browser.newContext({ baseURL: running.url, ...options });
      const signInPage = await stranger.newPage();
      await signInPage.goto('/sign-in');
      await noFaults(signInPage);
      await stranger.close();

      const { page } = await visit('commander', options);
      await running.platform('minio', 'down');
      await running.platform('redis', 'degraded');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Uploads fail/);
      await noFaults(page);
      await page.keyboard.press('d');
      await expect(page.getByRole('dialog')).toBeVisible();
      await noFaults(page);
      await page.keyboard.press('Escape');
      await declare(page, 'Looked at by axe');
      await page.getByRole('checkbox', { name: 'Acknowledge the alert' }).click();
      await noFaults(page);
      // The page of updates is long: each theme once, each width once.
      if ((colorScheme === 'dark') === (width === 1280)) {
        await page.goto(`${page.url()}/comms`);
        await expect(page.getByRole('button', { name: /^Send/ })).toBeVisible();
        await noFaults(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      }
      await page.goto('/incidents');
      await noFaults(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
  }
}

test('from declare to tick and note by keyboard alone', async ({ visit }) => {
  const { page } = await visit('commander');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Everything works/);
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('By keyboard alone');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/incidents\/INC-/);
  const first = page.getByRole('checkbox', { name: 'Acknowledge the alert' });
  await expect(first).toBeVisible();
  for (
    let presses = 0;
    presses < 40 && !(await first.evaluate((box) => box === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('typed without a mouse');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('log').getByText('typed without a mouse')).toBeVisible();
});

test('? lists the shortcuts', async ({ visit }) => {
  const { page } = await visit('responder');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/works/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Declare');
});
