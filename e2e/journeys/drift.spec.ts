import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { DriftFinding } from '../../lib/domain/degradation/drift';
import { expect, test } from '../fixtures/journey';
import { queryDatabase } from '../fixtures/query-database';
import type { RunningConsole } from '../fixtures/running-console';
import { ShopConsole } from '../fixtures/shop-console';

const samples = path.resolve(import.meta.dirname, '../fixtures/alert-rules');

function shopOf(running: RunningConsole): ShopConsole {
  if (!(running instanceof ShopConsole)) throw new Error('this journey changes files of the shop');
  return running;
}

async function report(page: Page): Promise<DriftFinding[]> {
  const answer = await page.request.get('/api/v1/catalog/drift');
  return ((await answer.json()) as { findings: DriftFinding[] }).findings;
}

/** What the report lists now, as `kind subject`. */
async function findings(page: Page): Promise<string[]> {
  return (await report(page)).map(({ kind, subject }) => `${kind} ${subject}`);
}

/** Where it shows. */
async function places(page: Page): Promise<(string | undefined)[]> {
  return (await report(page)).map(({ where }) => where);
}

/** The report and the page agree on one thing more, or on nothing at all. */
async function expectDrift(page: Page, expected: string[], shown: RegExp): Promise<void> {
  await expect.poll(() => findings(page), { timeout: 20_000 }).toEqual(expected);
  await page.goto('/settings/drift');
  await expect(page.locator('#main').getByText(shown).first()).toBeVisible();
  for (const one of expected) {
    const subject = one.slice(one.indexOf(' ') + 1);
    await expect(page.locator('#main').getByText(subject, { exact: true })).toBeVisible();
  }
}

const allClear = /^All clear: the matrix matches reality\.$/;
const one = /^1 thing does not agree\.$/;

/** A file of the shop that is put back as it was. */
function edited(folder: string, file: string) {
  const place = path.join(folder, file);
  const before = readFileSync(place, 'utf8');
  return {
    swap: (from: string | RegExp, to: string) => {
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${file} does not say ${from}`);
      writeFileSync(place, after);
    },
    restore: () => writeFileSync(place, before),
  };
}

test.beforeAll(({ startedConsole, catalogue }) => {
  const { sourceFolder, rulesFolder } = shopOf(startedConsole);
  const comments = catalogue.services.map(
    ({ id, name, failure }) => `// FAIL-${failure.toUpperCase()} ${id}: what happens without ${name}.`,
  );
  writeFileSync(path.join(sourceFolder, 'main.go'), `${comments.join('\n')}\n`);
  const rules = catalogue.services.flatMap(({ alerts, runbook }) =>
    alerts.map(
      ({ name }) =>
        `      - { alert: ${name}, expr: up == 0, annotations: { runbook_url: "https://runbooks.example/${runbook}.md" } }\n`,
    ),
  );
  writeFileSync(path.join(rulesFolder, 'own.yaml'), `groups:\n  - name: own\n    rules:\n${rules.join('')}`);
});

test('[D9] a new health key appears, and is gone when a row answers to it', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { catalogueFolder } = shopOf(running);
  const { page } = await visit('lead');
  await expectDrift(page, [], allClear);
  await running.platform('vouchers', 'ok');
  await expect.poll(() => findings(page)).toEqual(catalogue.targets.map(() => 'unmapped_key vouchers'));
  await page.goto('/settings/drift');
  await expect(page.locator('#main').getByText('Reported, but no row knows it')).toBeVisible();
  await page.goto('/matrix');
  await page
    .locator('#main')
    .getByText(/no row in the matrix$/)
    .click();
  await expect(page.locator('#main').getByText('vouchers').first()).toBeVisible();
  const services = edited(catalogueFolder, 'services.yaml');
  try {
    services.swap('[cards, psp]', '[cards, psp, vouchers]');
    await expectDrift(page, [], allClear);
  } finally {
    services.restore();
  }
});

test('[D9] an alert rule without a runbook, and one whose runbook we do not have', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { rulesFolder } = shopOf(running);
  const { page } = await visit('lead');
  const rule = catalogue.services.flatMap(({ alerts }) => alerts)[0]?.name ?? '';
  const own = edited(rulesFolder, 'own.yaml');
  own.swap(/, annotations: \{[^}]*\}/, '');
  await expectDrift(page, [`rule_without_runbook ${rule}`], one);
  own.swap(/runbooks\.example\/[\w-]+\.md/, 'runbooks.example/nobody-wrote-it.md');
  await expectDrift(page, [`rule_with_unknown_runbook ${rule}`], one);
  own.restore();
  await expectDrift(page, [], allClear);

  await test.step('rules as other teams write them', async () => {
    const file = path.join(rulesFolder, 'kube-prometheus.yaml');
    cpSync(path.join(samples, 'kube-prometheus.yaml'), file);
    await expect.poll(() => findings(page)).toContain('rule_with_unknown_runbook KubePodCrashLooping');
    rmSync(file);
    await expectDrift(page, [], allClear);
  });
});

test('[D9] [D10] a bookmark that dies, and answers again', async ({ console: running, catalogue, visit }) => {
  const { catalogueFolder } = shopOf(running);
  const { page } = await visit('lead');
  const bookmark = catalogue.bookmarks.find(({ url }) => url !== null);
  const tool = http.createServer((_, response) => response.writeHead(302, { location: '/login' }).end());
  const open = (port: number) => new Promise<void>((resolve) => tool.listen(port, '127.0.0.1', resolve));
  const shut = () => new Promise<void>((resolve) => tool.close(() => resolve()));
  await open(0);
  const { port } = tool.address() as AddressInfo;
  // The job that asks every 15 minutes, now.
  const ask = () => queryDatabase(running, `SELECT graphile_worker.add_job('check_bookmarks')`);
  const bookmarks = edited(catalogueFolder, 'bookmarks.yaml');
  try {
    bookmarks.swap(bookmark?.url ?? '', `http://127.0.0.1:${port}/traffic`);
    await shut();
    await expect(async () => {
      await ask();
      expect(await places(page)).toEqual([`http://127.0.0.1:${port}/traffic`]);
    }).toPass({ intervals: [500] });
    await expectDrift(page, [`dead_bookmark ${bookmark?.id}`], one);
    await expect(page.locator('#main').getByText(/^It does not answer: connection refused/)).toBeVisible();
    await test.step('[D11] it is said where the tool is offered', async () => {
      const row = catalogue.services.find(({ dashboards }) => dashboards.includes(bookmark?.id ?? ''));
      for (const place of ['/', `/matrix?row=${row?.id}`]) {
        await page.goto(place);
        const said = page.getByRole('region', { name: 'Tools that do not answer' });
        await expect(said).toContainText(new RegExp(`${bookmark?.label}.*does not answer since \\d\\d:\\d\\d UTC`));
      }
      await expect(
        page.getByRole('region', { name: `${row?.name} in detail` }).getByText('Does not answer'),
      ).toBeVisible();
    });
    await open(port);
    await ask();
    await expectDrift(page, [], allClear);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Tools that do not answer' })).toHaveCount(0);
  } finally {
    await shut();
    bookmarks.restore();
  }
});

test('[D9] a runbook that nothing leads to, and that a symptom then names', async ({ console: running, visit }) => {
  const { catalogueFolder } = shopOf(running);
  const { page } = await visit('lead');
  const lonely = path.join(catalogueFolder, 'runbooks/fire-drill.md');
  const classes = edited(catalogueFolder, 'failure-classes.yaml');
  try {
    writeFileSync(
      lonely,
      '---\nid: fire-drill\ntitle: Fire drill\nsummary: Practise before it burns.\nsource: seed\n---\n\n## Practise\n\n- [ ] Ring the bell\n',
    );
    await expectDrift(page, ['orphan_runbook fire-drill'], one);
    classes.swap('[storefront-down]', '[storefront-down, fire-drill]');
    await expectDrift(page, [], allClear);
  } finally {
    classes.restore();
    rmSync(lonely, { force: true });
  }
});

test('the report is for commanders and leads, past the page too', async ({ visit }) => {
  const { page } = await visit('responder');
  expect((await page.request.get('/api/v1/catalog/drift')).status()).toBe(403);
});
