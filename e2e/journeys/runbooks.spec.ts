import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/journey';

test('the library is found by a slip of the finger, and a runbook by its row', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { example, runbooks, runbook: sought } = catalogue;
  const titleOf = (id: string) => runbooks.find((runbook) => runbook.id === id)?.title ?? '';
  const unsought = runbooks.filter(({ id }) => id !== sought.id).at(-1)?.title ?? '';
  const own = titleOf(example.runbook ?? '');
  const { page, complaints } = await visit('responder');
  await page.goto('/runbooks');
  await page.getByRole('searchbox', { name: 'Search runbooks' }).fill(sought.slip);
  await expect(page.getByRole('link', { name: titleOf(sought.id) })).toBeVisible();
  await expect(page.getByRole('link', { name: unsought })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search runbooks' }).fill('qqqqqqqq');
  await expect(page.getByText('No runbook speaks of “qqqqqqqq”.')).toBeVisible();

  await running.platform(catalogue.wordOf(example), 'down');
  await page.goto('/');
  await page
    .getByRole('row', { name: example.name })
    .getByRole('link', { name: example.runbook ?? '' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: own })).toBeVisible();
  await page.getByRole('link', { name: sought.part }).first().click();
  await expect(page).toHaveURL(new RegExp(`#${sought.part.toLowerCase().replaceAll(' ', '-')}$`));
  expect(complaints).toEqual([]);
});

test('a command is copied as it stands, and gated steps say what they wait for', { tag: '@shipped' }, async ({
  visit,
}) => {
  const { page, context } = await visit('responder');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/runbooks/incident-response');
  await page
    .getByRole('button', { name: /Copy the command docker logs --tail 500 veza_backend_api_blue/ })
    .first()
    .click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'docker logs --tail 500 veza_backend_api_blue',
  );
  await expect(page.getByText(/Evidence first/).first()).toBeVisible();
});

test('a runbook that does not exist is said not to', async ({ visit }) => {
  const { page } = await visit('stakeholder');
  await page.goto('/runbooks/nothing-here');
  await expect(page.getByText(/not found|no such|nothing here/i).first()).toBeVisible();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`axe finds nothing in ${colorScheme}: library, ${colorScheme === 'dark' ? 'every runbook' : 'some runbooks'}`, async ({
    catalogue,
    visit,
  }) => {
    const { page } = await visit('lead', {
      colorScheme,
      viewport: { width: colorScheme === 'dark' ? 390 : 1280, height: 800 },
    });
    await page.goto('/runbooks');
    const paths = await page
      .locator('#main a[href^="/runbooks/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(paths).toHaveLength(catalogue.runbooks.length);
    // The same parts in other colours: in light a few pages show what all would.
    const looked = colorScheme === 'dark' ? paths : paths.slice(0, 4);
    for (const path of ['/runbooks', ...looked]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true);
    }
  });
}
