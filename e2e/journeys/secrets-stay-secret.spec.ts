import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { addNote, declare, expect, test } from '../fixtures/journey';
import { queryDatabase } from '../fixtures/query-database';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

test('[lesson 17] no secret reaches the bundle, the logs, the record or a page', async ({
  console: running,
  visit,
}) => {
  const secrets = Object.values(
    JSON.parse(readFileSync(path.join(running.dataDir, 'secrets.json'), 'utf8')) as Record<string, string>,
  );
  expect(secrets.length).toBeGreaterThanOrEqual(5);
  const visitor = await visit('commander');
  await declare(visitor.page, 'Canary hunt');
  await addNote(visitor.page, 'a note for the log');
  await visitor.page.request.get('/api/v1/incidents/%00');

  const files = [
    ...filesIn(path.join(process.env.E2E_FOLDER ?? '.', '.next/static')),
    ...filesIn(path.join(running.dataDir, 'logs')),
  ];
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const secret of secrets) expect(text.includes(secret), file).toBe(false);
    if (file.endsWith('.log')) expect(text).not.toContain('a note for the log');
  }
  const [kept] = await queryDatabase<{ text: string }>(
    running,
    `SELECT concat((SELECT string_agg(data::text || actor::text, '') FROM event), (SELECT string_agg(outcome::text, '') FROM command),
       (SELECT string_agg(snapshot::text, '') FROM health_current)) AS text`,
  );
  const shown = (await kept?.text) + (await visitor.page.content());
  for (const secret of secrets) expect(shown).not.toContain(secret);
});

test('[lesson 18] the first visitor is nobody special: the role is what the groups give', async ({
  console: running,
  visit,
}) => {
  await visit('stakeholder');
  const rows = await queryDatabase<{ name: string; role: string }>(
    running,
    `SELECT name, role FROM person ORDER BY created_at`,
  );
  expect(rows.find(({ name }) => name === 'Sofia Lindqvist')?.role).toBe('viewer');
});

test('pages carry the strict policy, and machine text never becomes markup', async ({ visit }) => {
  const { page, complaints } = await visit('commander');
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'/);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(response?.headers()['cache-control']).toContain('no-store');
  const attacks = [
    '<img src=x onerror="window.hacked=1">',
    '[press me](javascript:window.hacked=1)',
    '</script><script>window.hacked=1</script>',
  ];
  await declare(page, attacks[0] ?? '');
  for (const attack of attacks) {
    await addNote(page, attack);
    // A link that leads nowhere safe keeps its words and leads nowhere.
    const words = attack.startsWith('[') ? 'press me' : attack;
    await expect(page.getByRole('log').getByText(words).first()).toBeVisible();
    await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
  }
  await page.reload();
  await expect(
    page
      .getByRole('log')
      .getByText(attacks[2] ?? '')
      .first(),
  ).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(complaints).toEqual([]);
});
