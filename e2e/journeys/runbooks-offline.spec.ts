import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../fixtures/journey';

/** The names of the caches, and which pages they hold. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const paths = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
    );
    return { names, paths: paths.flat() };
  });

const untilKept = (page: Page, count: number) =>
  expect
    .poll(async () => (await kept(page)).paths.filter((path) => path.startsWith('/runbooks')).length, {
      timeout: 30_000,
    })
    .toBe(count);

const copyMark = (page: Page) =>
  page.locator('#main').getByText(/^From this browser’s copy, of \d+ \w+ \d{4}, \d\d:\d\d UTC$/);

test('[P7] [D12] the console is gone: the library and a runbook never opened before are read from this browser', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { page, context, complaints } = await visit('responder');
  const { runbook, runbooks } = catalogue;
  const sought = runbooks.find(({ id }) => id === runbook.id);
  await untilKept(page, runbooks.length + 1);

  await test.step('stopped: the page would wait, and after some seconds the copy is there', async () => {
    running.signal('console', 'SIGSTOP');
    try {
      await page.goto(`/runbooks/${runbook.id}`);
      await expect(page.getByRole('heading', { level: 1, name: sought?.title ?? '' })).toBeVisible();
      await expect(copyMark(page)).toBeVisible();
    } finally {
      running.signal('console', 'SIGCONT');
    }
  });

  await test.step('without a network: library, search, a runbook from the list', async () => {
    await context.setOffline(true);
    await page.goto('/runbooks');
    await expect(copyMark(page)).toBeVisible();
    await page.getByRole('searchbox').fill(runbook.slip);
    await page.getByRole('link', { name: sought?.title ?? '' }).click();
    await expect(page.getByRole('heading', { level: 1, name: sought?.title ?? '' })).toBeVisible();
    await expect(copyMark(page)).toBeVisible();
  });

  await test.step('any other page says that it cannot be reached, and where the runbooks are', async () => {
    await page.goto('/matrix');
    await expect(page.getByRole('heading', { name: 'The console cannot be reached.' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Runbooks/ })).toHaveAttribute('href', '/runbooks');
  });

  await test.step('back again: the page is the console’s, without a mark', async () => {
    await context.setOffline(false);
    await page.goto(`/runbooks/${runbook.id}`);
    await expect(page.getByText(/^Live, \d/)).toBeVisible();
    await expect(copyMark(page)).toHaveCount(0);
  });
  // Next says so before it asks for the whole page instead.
  expect(complaints.filter((words) => !words.includes('Failed to fetch RSC payload'))).toEqual([]);
});

test('[lesson 11] the worker keeps runbooks and their files and nothing else, and no call passes through it', async ({
  catalogue,
  visit,
}) => {
  const { page, context } = await visit('responder');
  await untilKept(page, catalogue.runbooks.length + 1);
  const byWorker: string[] = [];
  context.on('response', (response) => {
    if (response.fromServiceWorker()) byWorker.push(new URL(response.url()).pathname);
  });
  for (const path of ['/', '/incidents', '/matrix', '/runbooks']) {
    await page.goto(path);
    await expect(page.getByText(/^Live, \d/)).toBeVisible();
  }
  const { paths } = await kept(page);
  expect(paths.filter((path) => !path.startsWith('/runbooks') && !path.startsWith('/_next/static/'))).toEqual([]);
  expect(byWorker.length).toBeGreaterThan(0);
  expect(byWorker.filter((path) => path.startsWith('/api/'))).toEqual([]);
});

test('[lesson 11] twenty hard navigations in a row stay fast, and leave no stream behind', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { page } = await visit('responder');
  await untilKept(page, catalogue.runbooks.length + 1);
  for (let index = 0; index < 20; index += 1) {
    await page.goto(index % 2 === 0 ? '/' : '/runbooks', { timeout: 5_000 });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 5_000 });
  }
  await expect(page.getByText(/^Live, \d/)).toBeVisible();
  const streams = async () => {
    const metrics = await fetch(`${running.url}/metrics`, {
      headers: { authorization: `Bearer ${running.metricsToken}` },
    });
    return Number(/^console_stream_followers(?:\{[^}]*\})? (\d+)/m.exec(await metrics.text())?.[1]);
  };
  await expect.poll(streams).toBe(1);
});

test('[D12] signing out takes the copies along, and so does somebody else who signs in', async ({
  catalogue,
  visit,
}) => {
  const count = catalogue.runbooks.length + 1;
  const { page, context } = await visit('stakeholder');
  await untilKept(page, count);
  const [first] = (await kept(page)).names;

  await test.step('another session in the same browser', async () => {
    await context.clearCookies();
    await signIn(page, 'responder');
    await expect.poll(async () => (await kept(page)).names.filter((name) => name !== first).length).toBe(1);
    expect((await kept(page)).names).not.toContain(first);
    await untilKept(page, count);
  });

  await test.step('sign-out', async () => {
    await page.getByRole('button', { name: /account/i }).click();
    await page.getByRole('menuitem', { name: /Sign out/ }).click();
    await page.waitForURL(/\/sign-in/);
    expect((await kept(page)).names).toEqual([]);
    await context.setOffline(true);
    await page.goto('/runbooks');
    await expect(page.getByRole('heading', { name: 'The console cannot be reached.' })).toBeVisible();
  });
});

test('a new build and a changed catalogue replace what was kept', async ({ catalogue, visit }) => {
  const count = catalogue.runbooks.length + 1;
  const { page } = await visit('responder');
  await untilKept(page, count);
  const [current = ''] = (await kept(page)).names;
  await page.evaluate(async (name) => {
    const [person, , version] = name.split('|');
    const old = await caches.open([person, 'an older build', version].join('|'));
    await old.put('/runbooks', new Response('old'));
    await caches.delete(name);
  }, current);
  await page.reload();
  await untilKept(page, count);
  await expect.poll(async () => (await kept(page)).names).toEqual([current]);
});
