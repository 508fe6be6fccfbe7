import { addNote, declare, expect, signIn, test } from '../fixtures/journey';
import { queryDatabase } from '../fixtures/query-database';

test('[P2] [K1] the console is killed while people write: pages recover by themselves and every note is there once', async ({
  console: running,
  visit,
}) => {
  const commander = await visit('commander');
  const { page } = commander;
  const number = await declare(page, 'Killed while writing');
  const responder = await visit('responder');
  await responder.page.goto(`/incidents/${number}`);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));

  const texts = Array.from({ length: 12 }, (_, index) => `note ${index} across the crash`);
  for (const [index, text] of texts.entries()) {
    if (index === 8) await running.untilReady();
    if (index === 4 || index === 8) running.signal('console', 'SIGKILL');
    await addNote(page, text);
  }
  for (const text of texts)
    await expect(responder.page.locator('#main').getByText(text)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('not sent yet')).toHaveCount(0);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);

  const rows = await queryDatabase<{ text: string }>(
    running,
    `SELECT e.data->>'text' AS text FROM event e JOIN incident i ON i.id = e.incident_id
     WHERE i.number = $1 AND e.type = 'timeline.note_added' ORDER BY e.seq`,
    [number],
  );
  expect(rows.map(({ text }) => text)).toEqual(texts);
});

test('[P2] what is typed while the server is silent is marked not sent, survives a reload, and is sent once', async ({
  console: running,
  visit,
}) => {
  const { page, context } = await visit('commander');
  const number = await declare(page, 'Typed into silence');
  running.signal('console', 'SIGSTOP');
  try {
    await addNote(page, 'typed while nobody answered');
    await page.getByRole('checkbox', { name: 'Acknowledge the alert' }).click();
    await expect(page.getByText('not sent yet').first()).toBeVisible();
    const kept = await context.storageState();
    expect(JSON.stringify(kept.origins)).toContain('typed while nobody answered');
  } finally {
    running.signal('console', 'SIGCONT');
  }
  await page.reload();
  await expect(page.locator('#main').getByText('typed while nobody answered')).toHaveCount(1);
  await expect(page.getByText('not sent yet')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByRole('checkbox', { name: 'Acknowledge the alert' })).toBeChecked();
  const [row] = await queryDatabase<{ count: string }>(
    running,
    `SELECT count(*) FROM event e JOIN incident i ON i.id = e.incident_id WHERE i.number = $1 AND e.data->>'text' = 'typed while nobody answered'`,
    [number],
  );
  expect(row?.count).toBe('1');
});

test('[P2] a half-written note survives a reload', async ({ visit }) => {
  const { page } = await visit('responder');
  await declare(page, 'Half written');
  await page.getByRole('textbox', { name: 'Note' }).fill('half a thou');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('half a thou');
});

test('[P2] [A4] a session that ends keeps the note, says so, and sends it after signing in again', async ({
  console: running,
  visit,
}) => {
  const { page, context } = await visit('responder');
  await declare(page, 'Session ends');
  await queryDatabase(
    running,
    `UPDATE sign_in SET ended_at = now() WHERE ended_at IS NULL AND person_id = (SELECT id FROM person WHERE name = 'Rafael Ortiz')`,
  );
  await addNote(page, 'written after the session ended');
  await expect(page.getByRole('link', { name: /Sign in/ }).first()).toBeVisible();
  await expect(page.getByText('not sent yet').first()).toBeVisible();
  const tab = await context.newPage();
  await signIn(tab, 'responder');
  await expect(page.getByText('not sent yet')).toHaveCount(0, { timeout: 20_000 });
  await tab.goto(page.url());
  await expect(tab.locator('#main').getByText('written after the session ended')).toHaveCount(1);
});
