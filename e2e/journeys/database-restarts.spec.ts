import { addNote, declare, expect, test } from '../fixtures/journey';

test('[F1] [P7] the database dies and comes back: the console stays up, health stays live, the note is sent by itself', async ({
  console: running,
  visit,
}) => {
  const { page } = await visit('commander');
  const number = await declare(page, 'Database dies');
  const pid = running.note.processes.console?.pid;
  running.signal('postgres', 'SIGKILL');
  await addNote(page, 'written while the database was gone');
  const answer = await page.request.post('/api/v1/commands', { headers: { origin: running.url }, data: {} });
  expect([401, 422, 503]).toContain(answer.status());
  const note = page.getByRole('log').getByText('written while the database was gone');
  await expect(note).toHaveCount(1, { timeout: 20_000 });
  await expect(page.getByText('not sent yet')).toHaveCount(0, { timeout: 20_000 });
  await page.reload();
  await expect(note).toHaveCount(1);
  expect(running.note.processes.console?.pid).toBe(pid);
  expect(page.url()).toContain(number);
});

test('[F5] the listening connection is killed during writes: a second person misses nothing', async ({
  console: running,
  visit,
}) => {
  const { queryDatabase } = await import('../fixtures/query-database');
  const commander = await visit('commander');
  const number = await declare(commander.page, 'Listener killed');
  const responder = await visit('responder');
  await responder.page.goto(`/incidents/${number}`);
  await expect(responder.page.getByText(/^Live, \d/)).toBeVisible();
  for (let index = 0; index < 12; index += 1) {
    if (index % 4 === 1) {
      await queryDatabase(
        running,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'incident-console l%'`,
      );
    }
    await addNote(commander.page, `note ${index} of twelve`);
  }
  for (let index = 0; index < 12; index += 1) {
    await expect(responder.page.getByRole('log').getByText(`note ${index} of twelve`)).toHaveCount(1, {
      timeout: 10_000,
    });
  }
});

test('[F8] the provider is down: whoever is signed in goes on, and the sign-in page says so', async ({
  console: running,
  visit,
  browser,
}) => {
  const { page } = await visit('responder');
  running.signal('oidc', 'SIGSTOP');
  try {
    await declare(page, 'Provider is down');
    const context = await browser.newContext({ baseURL: running.url });
    const stranger = await context.newPage();
    await stranger.goto('/sign-in');
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await expect(stranger.getByText(/identity provider does not answer/)).toBeVisible({ timeout: 15_000 });
    await context.close();
  } finally {
    running.signal('oidc', 'SIGCONT');
  }
});
