import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SERVICES } from '../fakes/platform/services';
import { whatItSays } from '../fixtures/catalogue-platform';
import { expect, test } from '../fixtures/journey';

const rowOf = (page: Page, id: string) => page.locator(`#main tr[data-service="${id}"]`);
const names = (page: Page) => page.locator('#main tr[data-service] th').allInnerTexts();

const noFaults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
};

test('each service, degraded and down, gives the row, the sentence and the severity of its catalogue', async ({
  console: running,
  catalogue,
  visit,
}) => {
  test.setTimeout(300_000);
  const { page, complaints } = await visit('responder');
  for (const { word, service, statuses } of catalogue.breakable) {
    for (const status of statuses) {
      await test.step(`${service.name} ${status}`, async () => {
        await running.platform(word, status);
        const row = rowOf(page, service.id);
        await expect(row).toHaveAttribute('data-status', status);
        await expect(row).toContainText(service[status].users);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(service[status].sentence);
        const { severity } = service[status];
        if (severity) {
          await expect(row).toContainText(severity);
          await expect(page.locator('#main').getByText('The matrix proposes')).toContainText(
            `The matrix proposes ${severity}: ${service.name} is ${status}`,
          );
        }
      });
    }
    await running.platform('reset');
    await expect(page.locator('#main tr[data-status="down"], #main tr[data-status="degraded"]')).toHaveCount(0);
  }
  expect(complaints).toEqual([]);
});

test('one instance out is routed around; all out is an outage', async ({ console: running, catalogue, visit }) => {
  const { page } = await visit('responder');
  const { balanced } = catalogue;
  const [first = '', ...others] = balanced.instances.map((id) => catalogue.instanceWord(id));
  const row = rowOf(page, balanced.id);
  await page.goto('/matrix');
  await running.platform(first, '500');
  await expect(row).toContainText(balanced.degraded.users);
  await expect(row).toHaveAttribute('data-status', 'degraded');
  await expect(row).toContainText(balanced.degraded.severity ?? '');
  for (const other of others) await running.platform(other, '500');
  await expect(row).toHaveAttribute('data-status', 'down');
  await expect(row).toContainText(balanced.down.users);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(balanced.down.sentence);
  await expect(page.locator('#main').getByText('The matrix proposes')).toContainText(balanced.down.severity ?? '');
});

test('the replica down is not the primary down', { tag: '@shipped' }, async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { page } = await visit('responder');
  await page.goto('/matrix?sort=service');
  await running.platform('db_replica', 'down');
  await expect(rowOf(page, 'postgres-replica')).toHaveAttribute('data-status', 'down');
  await expect(rowOf(page, 'postgres-replica')).toContainText(
    catalogue.service('postgres-replica').down.severity ?? '',
  );
  await expect(rowOf(page, 'postgres-primary')).toHaveAttribute('data-status', 'ok');
  await running.platform('reset');
  await running.platform('db', 'down');
  await expect(rowOf(page, 'postgres-primary')).toHaveAttribute('data-status', 'down');
  await expect(rowOf(page, 'postgres-replica')).toHaveAttribute('data-status', 'ok');
});

test('filter and order stand in the address and work by keyboard', async ({ console: running, catalogue, visit }) => {
  const { page } = await visit('responder');
  const { services, example } = catalogue;
  const touchedFunction = catalogue.functions.find(({ id }) => id in example.down.functions);
  const { id: asked, name: askedName } = touchedFunction ?? { id: '', name: '' };
  await running.platform(catalogue.wordOf(example), 'down');
  // Keys work once the page does.
  await expect(page.getByText(/^Live, \d/)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.waitForURL('**/matrix');
  await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible();
  await expect(page.locator('#main tr[data-service]')).toHaveCount(services.length);
  await expect(page.locator('#main tr[data-service]').first()).toHaveAttribute('data-service', example.id);

  const filter = page.getByRole('button', { name: new RegExp(`^${askedName}`) });
  await filter.press('Enter');
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(new RegExp(`\\?function=${asked}$`));
  const touched = services.filter(({ degraded, down }) => asked in degraded.functions || asked in down.functions);
  await expect(page.locator('#main tr[data-service]')).toHaveCount(touched.length);

  const head = page.getByRole('columnheader', { name: 'Service' });
  await expect(page.getByRole('columnheader', { name: 'Status' })).toHaveAttribute('aria-sort', 'ascending');
  await head.getByRole('button').press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const sorted = touched.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  await expect.poll(() => names(page)).toEqual(sorted);
  await head.getByRole('button').press('Space');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => names(page)).toEqual(sorted.toReversed());
  await page.reload();
  await expect(page).toHaveURL(new RegExp(`\\?function=${asked}&sort=-service$`));
  await expect.poll(() => names(page)).toEqual(sorted.toReversed());
});

test('a row opens by keyboard and by its address, and says what the catalogue says', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { example, targets, bookmarks } = catalogue;
  const word = catalogue.wordOf(example);
  const dashboard = bookmarks.find(({ id, url }) => url !== null && example.dashboards.includes(id));
  await running.platform(catalogue.instanceWord(targets[0]?.id ?? ''), word, 'down');
  const { page, complaints } = await visit('lead');
  await page.goto('/matrix');
  const opener = rowOf(page, example.id).getByRole('button', { name: example.name });
  await opener.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  await expect(page).toHaveURL(new RegExp(`\\?row=${example.id}$`));
  const detail = page.getByRole('region', { name: `${example.name} in detail` });
  for (const line of [...example.stillWorks, ...example.fails, example.degraded.users, example.down.users]) {
    await expect(detail).toContainText(line);
  }
  for (const { name, meaning } of example.alerts) await expect(detail).toContainText(`${name}: ${meaning}`);
  await expect(detail).toContainText(`Fails ${example.failure}`);
  await expect(detail.getByRole('link', { name: example.runbook ?? '' }).first()).toHaveAttribute(
    'href',
    `/runbooks/${example.runbook}`,
  );
  await expect(detail.getByRole('link', { name: dashboard?.label ?? '' })).toHaveAttribute('href', /^http/);
  if (example.assumed.length > 0) await expect(detail.getByText('assumed', { exact: true }).first()).toBeVisible();
  const said = SERVICES.find(({ name }) => name === word)?.says.down ?? whatItSays(word, 'down');
  await expect(detail).toContainText(said);
  await expect(detail.getByText(/^since .*heard/).first()).toBeVisible();
  await opener.press('Space');
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await expect(page).toHaveURL(/\/matrix$/);

  const follower = await visit('stakeholder');
  await follower.page.getByRole('row', { name: example.name }).getByRole('link', { name: example.name }).click();
  await follower.page.waitForURL(new RegExp(`/matrix\\?row=${example.id}$`));
  const seen = follower.page.getByRole('region', { name: `${example.name} in detail` });
  await expect(seen).toContainText(example.fails[0] ?? '');
  await expect(seen.getByText('assumed', { exact: true })).toHaveCount(0);
  await expect(seen.getByRole('button', { name: 'Declare from this row' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('the history shows polls as bars, with the same numbers in the table, and marks incidents', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { example, targets } = catalogue;
  const target = targets[0]?.id ?? '';
  const { page, complaints } = await visit('responder');
  await running.platform(catalogue.wordOf(example), 'down');
  await expect(rowOf(page, example.id)).toHaveAttribute('data-status', 'down');
  await page.getByRole('button', { name: new RegExp(`^Declare( another)?: ${example.name}`) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Declare/ })
    .click();
  await page.waitForURL(/\/incidents\/INC-/);
  const number = page.url().split('/').at(-1) ?? '';
  await page.goto(`/matrix?row=${example.id}`);
  const history = page.locator(`[data-history="${target}"]`);
  const figure = history.getByRole('img');
  await expect(figure).toBeVisible();
  await expect(figure).toHaveAccessibleName(/down \d+ %|down < 1 %/);
  expect(await history.locator('.recharts-bar-rectangle path').count()).toBeGreaterThan(0);
  await expect(history.locator('.recharts-reference-line').first()).toBeAttached();
  await expect(
    page.getByRole('region', { name: `${example.name} in detail` }).getByRole('link', { name: number, exact: true }),
  ).toBeVisible();

  const answer = page.waitForResponse((response) => response.url().includes(`/health/history?target=${target}`));
  await page.getByRole('button', { name: 'History of 24 h' }).click();
  const { buckets } = (await (await answer).json()) as { buckets: { ok: number; down: number }[] };
  await page.getByRole('button', { name: 'Show as table' }).click();
  const cells = await history
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].slice(0, 4).map((cell) => Number(cell.textContent))),
    );
  expect(cells.map(([ok]) => ok)).toEqual(buckets.map(({ ok }) => ok).toReversed());
  expect(cells.map(([, , down]) => down)).toEqual(buckets.map(({ down }) => down).toReversed());
  expect(complaints).toEqual([]);
});

test('a history without samples, and one that cannot be read, say so', async ({
  catalogue: { targets, other },
  visit,
}) => {
  const target = targets[0]?.id ?? '';
  const { page } = await visit('responder');
  await page.route('**/api/v1/health/history?*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto(`/matrix?row=${other.id}`);
  const history = page.locator(`[data-history="${target}"]`);
  await expect(history.getByText('The history could not be read.')).toBeVisible();
  await page.unroute('**/api/v1/health/history?*');
  await page.route('**/api/v1/health/history?*', (route) =>
    route.fulfill({
      json: {
        target,
        component: 'any',
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-01-01T01:00:00.000Z',
        stepSeconds: 30,
        buckets: [],
      },
    }),
  );
  await history.getByRole('button', { name: 'Try again' }).click();
  await expect(history.getByText('No samples yet: history begins with the first poll')).toBeVisible();
});

test('drift: a lead sees every kind and what was not looked at, a stakeholder is told whose it is', {
  tag: '@shipped',
}, async ({ console: running, visit }) => {
  const { page } = await visit('lead');
  await page.goto('/matrix');
  await page.getByRole('link', { name: 'Does the matrix match reality?' }).click();
  await page.waitForURL('**/settings/drift');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Does the matrix match reality?');
  await test.step('[D9] the alert rules that ship are looked at, and agree', async () => {
    await expect(page.getByRole('listitem').filter({ hasText: 'Alert rules' })).toContainText(
      'catalog/alert-rules.yaml',
    );
    const answer = await page.request.get('/api/v1/catalog/drift');
    const { findings } = (await answer.json()) as { findings: { kind: string }[] };
    expect(findings.filter(({ kind }) => kind.startsWith('rule_'))).toEqual([]);
  });
  await expect(page.locator('#main').getByText('PLATFORM_SOURCE is not set')).toBeVisible();
  await expect(page.locator('#main').getByText(/do(es)? not agree\.|All clear|not everything was/)).toBeVisible();
  await expect(page.getByRole('list').filter({ hasText: 'Point the alert at the runbook' }).first()).toBeVisible();

  await running.platform('blue', 'off');
  await running.platform('green', 'off');
  await expect(async () => {
    await page.reload();
    await expect(page.locator('#main').getByText('no target answers right now')).toBeVisible({ timeout: 500 });
  }).toPass();

  const follower = await visit('stakeholder');
  await follower.page.goto('/matrix');
  await expect(follower.page.getByRole('link', { name: 'Does the matrix match reality?' })).toHaveCount(0);
  await follower.page.goto('/settings/drift#recipe');
  await expect(follower.page.locator('#main').getByText('This report is for commanders and leads.')).toBeVisible();
  await expect(follower.page.locator('#main').getByText('PLATFORM_SOURCE')).toHaveCount(0);
  await expect(follower.page.locator('#main').getByText('How to add a degradation mode')).toBeInViewport();
});

for (const colorScheme of ['dark', 'light'] as const) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing in ${colorScheme} at ${width} px: matrix, open row, table, drift`, {
      tag: '@shipped',
    }, async ({ console: running, visit }) => {
      await running.platform('minio', 'down');
      await running.platform('redis', 'degraded');
      const { page } = await visit('lead', { colorScheme, viewport: { width, height: 800 } });
      await page.goto('/matrix');
      await expect(rowOf(page, 'minio')).toHaveAttribute('data-status', 'down');
      await noFaults(page);
      await rowOf(page, 'minio').getByRole('button', { name: 'MinIO / S3' }).click();
      await expect(page.locator('[data-history="api-blue"]').getByRole('img')).toBeVisible();
      await noFaults(page);
      await page.getByRole('button', { name: 'Show as table' }).click();
      await noFaults(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.goto('/settings/drift');
      await noFaults(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
  }
}
