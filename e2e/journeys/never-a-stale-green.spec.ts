import { declare, expect, test } from '../fixtures/journey';

/** Every status that the rows of the matrix show right now. */
async function shownWords(page: import('@playwright/test').Page): Promise<(string | null)[]> {
  const rows = page.locator('#main tr[data-service]');
  const words = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-status')));
  expect(words).not.toEqual([]);
  return words;
}

test('[P1] when the platform cannot be reached, everything is unknown since then, and nothing is called ok', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { page } = await visit('stakeholder');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Everything works/);

  for (const { id } of catalogue.targets) await running.platform(catalogue.instanceWord(id), 'off');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^We cannot see the platform: .* answers\.$/);
  for (const { name } of catalogue.targets) await expect(heading).toContainText(name);
  const targets = page.getByRole('region', { name: 'Targets' });
  await expect(targets.getByText(/Unknown since \d\d:\d\d/i).first()).toBeVisible();
  await expect(targets.getByText(/connection (refused|lost|reset)/).first()).toBeVisible();

  await test.step('sampled at 10 Hz for 3 s, no row is ever green', async () => {
    for (let sample = 0; sample < 30; sample += 1) {
      expect(await shownWords(page)).not.toContain('ok');
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }
  });

  await running.platform('reset');
  await expect(heading).toHaveText(/^Everything works/);
});

test('[P1] the stand-in is killed: unknown since then, never ok, until it is back', { tag: '@shipped' }, async ({
  console: running,
  visit,
}) => {
  const { page } = await visit('stakeholder');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^Everything works/);
  // Its supervisor would start it again at once; it is held until we have seen enough.
  running.signal('supervisor', 'SIGSTOP');
  try {
    running.signal('platform', 'SIGKILL');
    await expect(heading).toHaveText(/^We cannot see the platform/);
    await expect(page.getByText(/Unknown since \d\d:\d\d/i).first()).toBeVisible();
    expect(await shownWords(page)).not.toContain('ok');
  } finally {
    running.signal('supervisor', 'SIGCONT');
  }
  await expect(heading).toHaveText(/^Everything works/, { timeout: 15_000 });
});

test('[P1] when the page itself hears nothing, values turn unknown by themselves and a banner says since when', {
  tag: '@shipped',
}, async ({ console: running, visit }) => {
  const { page } = await visit('stakeholder');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Everything works/);
  running.signal('console', 'SIGSTOP');
  try {
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /since \d\d:\d\d:\d\d UTC/i })
        .first(),
    ).toBeVisible({ timeout: 12_000 });
    await expect.poll(() => shownWords(page)).not.toContain('ok');
  } finally {
    running.signal('console', 'SIGCONT');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Everything works/, { timeout: 15_000 });
});

test('[lesson 13] every page says that it lost its link, and since when', { tag: '@shipped' }, async ({
  console: running,
  visit,
}) => {
  const { page, context } = await visit('commander');
  const number = await declare(page, 'Link lost');
  const pages = [page, await context.newPage(), await context.newPage()];
  for (const [index, path] of [`/incidents/${number}`, '/', '/incidents'].entries()) await pages[index]?.goto(path);
  for (const open of pages) await expect(open.getByText(/^Live, \d/)).toBeVisible();
  running.signal('console', 'SIGSTOP');
  try {
    for (const open of pages) {
      await expect(
        open
          .getByRole('status')
          .filter({ hasText: /since \d\d:\d\d:\d\d UTC/i })
          .first(),
      ).toBeVisible({ timeout: 12_000 });
    }
  } finally {
    running.signal('console', 'SIGCONT');
  }
  for (const open of pages) await expect(open.getByText(/^Live, \d/)).toBeVisible({ timeout: 15_000 });
});

test('[H25] one target that hangs delays no other, and is routed around', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { page } = await visit('stakeholder');
  const { balanced, targets } = catalogue;
  const [kept = '', hung = ''] = balanced.instances;
  await running.platform(catalogue.instanceWord(hung), 'hang');
  await expect(page.getByRole('row', { name: balanced.name })).toContainText(balanced.degraded.users);
  const other = page
    .getByRole('region', { name: 'Targets' })
    .getByRole('listitem')
    .filter({ hasText: targets.find(({ id }) => id === kept)?.name ?? '' });
  for (let sample = 0; sample < 10; sample += 1) {
    await expect(other).toContainText(/[012] s ago/);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  }
});
