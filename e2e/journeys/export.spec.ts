import path from 'node:path';
import { declare, expect, test } from '../fixtures/journey';
import { noFaults } from '../fixtures/no-faults';
import { unpackZip } from '../fixtures/unpack-zip';

test('[R7] the page of an export opens from disk, runs nothing, and passes axe', async ({ visit, browser }, info) => {
  const { page } = await visit('commander');
  await declare(page, 'Uploads <script>document.title = "ran"</script> fail');
  const number = /INC-\d{4}-\d+/.exec(page.url())?.[0] ?? '';
  const saved = await page.request.post(`/api/v1/incidents/${number}/evidence?name=page.html`, {
    data: '<script>document.title = "ran"</script>',
    headers: { 'content-type': 'application/octet-stream', origin: new URL(page.url()).origin },
  });
  expect(saved.status()).toBe(201);
  const answer = await page.request.get(`/api/v1/incidents/${number}/export?originals=1`);
  expect(answer.headers()['content-disposition']).toContain(`${number}-originals.zip`);
  const folder = info.outputPath('export');
  expect(await unpackZip(await answer.body(), folder)).toContain('evidence/page.html.txt');
  for (const colorScheme of ['dark', 'light'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 800 } });
    const opened = await context.newPage();
    await opened.goto(`file://${path.join(folder, 'index.html')}`);
    await expect(opened.getByRole('heading', { level: 1 })).toContainText(number);
    await noFaults(opened);
    expect(await opened.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await opened.getByRole('link', { name: 'evidence/page.html.txt' }).click();
    await expect(opened.locator('body')).toContainText('<script>');
    expect(await opened.title()).not.toBe('ran');
    await context.close();
  }
});
