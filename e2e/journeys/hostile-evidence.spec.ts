import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { canaries } from '../../lib/testing/canary-secrets';
import { type HostileFile, hostileFiles } from '../fixtures/hostile-files';
import { declare, expect, test } from '../fixtures/journey';
import { unpackZip } from '../fixtures/unpack-zip';
import { sendEvidence } from '../fixtures/upload-evidence';

interface Kept extends HostileFile {
  id: string;
}

/** Saves them all; a name that cannot be stored is refused, and nothing else is. */
async function saveAll(page: Page, number: string): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const file of hostileFiles) {
    const answer = await sendEvidence(page, number, file.name, file.bytes);
    if (file.name.includes('\0')) {
      expect(answer.status()).toBe(422);
      continue;
    }
    expect(answer.status(), `${file.name.slice(0, 60)}: ${await answer.text()}`).toBe(201);
    const { evidence } = (await answer.json()) as { evidence: { evidenceId: string } };
    kept.push({ ...file, id: evidence.evidenceId });
  }
  return kept;
}

async function harmed(page: Page): Promise<boolean> {
  return page.evaluate(() => '__hostile' in window || document.title === 'hostile');
}

/** The bytes come back as they were, under headers by which no browser shows or runs them. */
async function checkDownload(page: Page, { id, name, bytes }: Kept): Promise<void> {
  const answer = await page.request.get(`/api/v1/evidence/${id}/content`);
  expect(answer.status(), name).toBe(200);
  const headers = answer.headers();
  expect(headers['content-disposition'], name).toMatch(
    /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/,
  );
  expect(headers['content-security-policy']).toMatch(/sandbox/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-type']).toBe('application/octet-stream');
  expect(headers['set-cookie'] ?? '').not.toContain('hostile');
  expect((await answer.body()).equals(bytes), name).toBe(true);
}

/** Whatever is shown of it is text, or a picture that the console drew itself. */
async function checkPage(page: Page, number: string, { id, name, shownAs }: Kept): Promise<void> {
  await page.goto(`/incidents/${number}/evidence/${id}`);
  const rows = page.getByRole('region', { name: /^Lines of/ });
  if (shownAs === 'lines') await expect(rows, name).toBeVisible({ timeout: 20_000 });
  else if (shownAs === 'picture') await expect(page.getByRole('img', { name: /^Preview of/ }), name).toBeVisible();
  else
    await expect(
      page
        .locator('#main')
        .getByText(/no preview|not shown here|no text|looks like a bomb|broken or cut/i)
        .first(),
      name,
    ).toBeVisible({ timeout: 20_000 });
  expect(await harmed(page), name).toBe(false);
  const preview = await page.request.get(`/api/v1/evidence/${id}/preview`);
  expect([200, 422], name).toContain(preview.status());
  if (preview.status() === 200) {
    expect(shownAs, name).toBe('picture');
    expect(preview.headers()['content-type']).toBe('image/webp');
    expect(preview.headers()['content-security-policy']).toMatch(/sandbox/);
  }
}

/** The masked export holds no secret, stays inside its folder, and its page runs nothing when it is opened from disk. */
async function checkExport(page: Page, number: string, folder: string): Promise<void> {
  const answer = await page.request.get(`/api/v1/incidents/${number}/export`);
  expect(answer.status()).toBe(200);
  const names = await unpackZip(await answer.body(), folder);
  for (const name of names) {
    expect(path.resolve(folder, name).startsWith(`${path.resolve(folder)}${path.sep}`), name).toBe(true);
    if (name !== 'index.html') expect(name).not.toMatch(/\.(x?html?|svg|xml|js|mjs|pdf)$/i);
    const text = readFileSync(path.join(folder, name)).toString('latin1');
    for (const { kind, secret } of canaries) expect(text.includes(secret), `${name}: ${kind}`).toBe(false);
  }
  await page.goto(`file://${path.join(folder, 'index.html')}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
  expect(await harmed(page)).toBe(false);
}

test('[E4] [E7] hostile files and names go in, are looked at and come out: no script runs, no secret shows', async ({
  visit,
}, info) => {
  test.setTimeout(300_000);
  const { page, complaints } = await visit('commander');
  const number = await declare(page, 'Hostile files');
  const kept = await saveAll(page, number);
  expect(kept.length).toBeGreaterThanOrEqual(60);

  for (const file of kept) await checkDownload(page, file);
  // A name is shown by the same words on every page, and all of them stand on the record: a few of them do.
  const isPlain = ({ bytes }: Kept) => bytes.toString('latin1').startsWith('named ');
  const pages = kept.filter((file, index) => !isPlain(file) || index % 6 === 0);
  for (const file of pages) await checkPage(page, number, file);

  for (const { id, name, shownAs } of kept.filter(({ name: given }) => given.startsWith('canaries'))) {
    expect(shownAs).toBe('lines');
    const shown = await (await page.request.get(`/api/v1/evidence/${id}/lines?count=1000`)).text();
    for (const { kind, secret } of canaries) {
      expect(shown.includes(JSON.stringify(secret).slice(1, -1)), `${name}: ${kind}`).toBe(false);
      const find = `/api/v1/evidence/${id}/find?match=case&q=${encodeURIComponent(secret.slice(0, 100))}`;
      expect(await (await page.request.get(find)).json(), `${name}: ${kind}`).toMatchObject({ lines: [] });
    }
  }
  await page.goto(`/incidents/${number}`);
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeVisible();
  expect(await harmed(page)).toBe(false);
  const record = await (await page.request.get(`/api/v1/incidents/${number}/events?after=0`)).text();
  for (const { kind, secret } of canaries) expect(record.includes(secret), kind).toBe(false);
  await checkExport(page, number, info.outputPath('export'));
  // A preview that there is none of, and a picture that is broken, are told by the browser as failed loads; nothing else is.
  expect(complaints).toEqual([]);
});
