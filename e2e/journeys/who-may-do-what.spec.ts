import { v7 as uuidv7 } from 'uuid';
import { addNote, declare, expect, test, type Visitor } from '../fixtures/journey';
import { queryDatabase } from '../fixtures/query-database';
import type { RunningConsole } from '../fixtures/running-console';

const send = ({ page }: Visitor, running: RunningConsole, type: string, input: object) =>
  page.request.post('/api/v1/commands', {
    headers: { origin: running.url },
    data: { commandId: uuidv7(), type, input },
  });

test('[A2] [A11] a stakeholder reads what is public and changes nothing, also past the page', async ({
  console: running,
  visit,
}) => {
  const commander = await visit('commander');
  const number = await declare(commander.page, 'Read only');
  await addNote(commander.page, 'canary-note');
  const log = { headers: { origin: running.url }, data: 'canary-content' };
  const saved = await commander.page.request.post(`/api/v1/incidents/${number}/evidence?name=canary.log`, log);
  const { evidence } = (await saved.json()) as { evidence: { evidenceId: string; sha256: string } };
  const stakeholder = await visit('stakeholder');
  const { page } = stakeholder;
  await page.goto(`/incidents/${number}`);
  const main = page.locator('#main');
  await expect(main.getByText(/you see what is public/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Declare/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Evidence' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
  await expect(page.getByRole('log')).toContainText('declared');
  const answer = await send(stakeholder, running, 'timeline.add_note', { number, text: 'x' });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ outcome: 'rejected', rejection: { code: 'not_allowed' } });

  await test.step('no page names a note or a file, nor sends it unseen', async () => {
    const record = `/incidents/${number}`;
    const own = ['', '/comms', '/postmortem', `/evidence/${evidence.evidenceId}`].map((path) => record + path);
    const pages = [
      ...own,
      '/',
      '/incidents',
      '/incidents?q=canary',
      '/matrix',
      '/triage',
      '/runbooks',
      '/settings/drift',
    ];
    for (const path of pages) {
      const html = await (await page.request.get(path)).text();
      expect(html.replaceAll('q=canary', '').match(/canary-(?:note|content)|canary\.log/g) ?? [], path).toEqual([]);
      expect(html, path).not.toContain(evidence.sha256);
    }
    expect(await (await commander.page.request.get(record)).text()).toContain('canary-note');
  });
});

test('[A7] [I12] what is private from the start is so to whom its author names, and says since when users feel it', async ({
  visit,
}) => {
  const commander = await visit('commander');
  const lead = await visit('lead');
  const { page } = commander;
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Declare/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/Impact started at/)).toBeHidden();
  await dialog.getByLabel(/What is wrong/).fill('Keys leaked');
  await dialog.getByText('More', { exact: true }).click();
  await dialog.getByLabel('Impact started at (UTC)').fill('2026-11-20T02:40:00');
  await dialog.getByLabel(/Private/).check();
  await dialog.getByLabel(/Lena Fischer/).check();
  await dialog.getByRole('button', { name: /^Declare/ }).click();
  await page.waitForURL(/\/incidents\/INC-/);
  const main = page.locator('#main');
  await expect(main.getByText('private', { exact: true })).toHaveAttribute('title', 'Camille Roux, Lena Fischer');
  await expect(main.getByText(/02:40/).first()).toBeAttached();
  await lead.page.goto(page.url());
  await expect(lead.page.getByRole('heading', { level: 1, name: /Keys leaked/ })).toBeVisible();
  const responder = await visit('responder');
  await responder.page.goto(page.url());
  await expect(responder.page.getByRole('heading', { name: 'There is no such incident.' })).toBeVisible();
});

test('[A4] a lowered role and a disabled person count at once, and their stream closes within 30 s', async ({
  console: running,
  visit,
}) => {
  const responder = await visit('responder');
  const number = await declare(responder.page, 'Role lowered');
  const person = `name = 'Rafael Ortiz'`;
  try {
    await queryDatabase(running, `UPDATE person SET role = 'viewer' WHERE ${person}`);
    expect((await send(responder, running, 'timeline.add_note', { number, text: 'x' })).status()).toBe(403);
    await queryDatabase(running, `UPDATE person SET disabled_at = now() WHERE ${person}`);
    expect((await send(responder, running, 'timeline.add_note', { number, text: 'x' })).status()).toBe(401);
    expect((await responder.page.request.get('/api/v1/stream?topics=health')).status()).toBe(401);
    await expect(responder.page.getByRole('link', { name: /Sign in/ }).first()).toBeVisible({ timeout: 30_000 });
  } finally {
    await queryDatabase(running, `UPDATE person SET role = 'responder', disabled_at = NULL WHERE ${person}`);
  }
});

test('[I7] two people who change the severity at once: the second is told both values and keeps the reason', async ({
  visit,
}) => {
  const first = await visit('commander');
  const number = await declare(first.page, 'Two at once');
  const second = await visit('lead');
  await second.page.goto(`/incidents/${number}`);
  for (const { page } of [first, second]) {
    await page.getByRole('button', { name: /change severity/ }).click();
  }
  await first.page.getByRole('menuitem', { name: /to SEV-1/ }).click();
  await second.page.getByRole('menuitem', { name: /to SEV-3/ }).click();
  await second.page.getByRole('dialog').getByRole('textbox').fill('no user feels it');
  await first.page.getByRole('dialog').getByRole('textbox').fill('half of the users');
  await first.page.getByRole('dialog').getByRole('button', { name: /SEV-1/ }).click();
  await expect(second.page.getByText('raised severity to SEV-1')).toBeVisible();
  await second.page.getByRole('dialog').getByRole('button', { name: /SEV-3/ }).click();
  await expect(second.page.getByText(/from SEV-2 to SEV-1 meanwhile/)).toBeVisible();
  await expect(second.page.getByText('no user feels it')).toBeVisible();
  await expect(first.page.getByRole('button', { name: 'SEV-1: change severity' })).toBeVisible();
});

test('[I9] a lead takes command, and everybody sees from whom', async ({ visit }) => {
  const commander = await visit('commander');
  const number = await declare(commander.page, 'Command changes hands');
  const lead = await visit('lead');
  await lead.page.goto(`/incidents/${number}`);
  await lead.page.getByRole('button', { name: 'Take command' }).click();
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Take command' }).click();
  await expect(commander.page.getByText(/took command/).last()).toBeVisible();
  await expect(commander.page.getByText('Lena Fischer commands')).toBeVisible();
});

test('sign-out ends the session here and at the provider, and the old cookie is worth nothing', async ({
  console: running,
  visit,
}) => {
  const visitor = await visit('stakeholder');
  const { page, context } = visitor;
  const cookies = await context.cookies();
  await page.getByRole('button', { name: /Sofia Lindqvist|account/i }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  await page.waitForURL(/\/sign-in/);
  await context.addCookies(cookies.filter(({ name }) => name.includes('session')));
  expect((await page.request.get('/api/v1/health')).status()).toBe(401);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  // Asked again: the provider's own session is over too.
  await expect(page.getByRole('button', { name: /Sofia Lindqvist/ })).toBeVisible();
  expect(page.url()).toContain(new URL(running.note.urls.oidc).port);
});

test('[A6] the way back after sign-in never leads elsewhere', async ({ console: running, browser }) => {
  const context = await browser.newContext({ baseURL: running.url });
  const page = await context.newPage();
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.port !== new URL(running.url).port || url.pathname === '/');
    if (page.url().startsWith(running.note.urls.oidc)) await page.getByRole('button', { name: /Sofia/ }).click();
    await page.waitForURL(`${running.url}/`);
    await context.clearCookies();
  }
  await context.close();
});

test('nothing is public but the sign-in page and the probes', async ({ console: running, request }) => {
  for (const path of [
    '/api/v1/health',
    '/api/v1/matrix',
    '/api/v1/incidents',
    '/api/v1/incidents/INC-2026-0001',
    '/api/v1/people',
    '/api/v1/stream?topics=health',
  ]) {
    expect((await request.get(running.url + path)).status(), path).toBe(401);
  }
  expect((await request.get(`${running.url}/metrics`)).status()).toBe(401);
  const page = await request.get(`${running.url}/`, { maxRedirects: 0 });
  expect([302, 303, 307]).toContain(page.status());
  const own = (await (await request.get(`${running.url}/api/v1/health/deep`)).json()) as {
    checks: Record<string, object>;
  };
  expect(Object.keys(own.checks)).toEqual(['record_store', 'poller', 'evidence_store', 'deliveries']);
  expect(JSON.stringify(own)).not.toContain('message');
});

test('the same note typed by two people stands twice, each under its name', async ({ visit }) => {
  const commander = await visit('commander');
  const number = await declare(commander.page, 'Same words');
  const responder = await visit('responder');
  await responder.page.goto(`/incidents/${number}`);
  await Promise.all([addNote(commander.page, 'same words'), addNote(responder.page, 'same words')]);
  for (const { page } of [commander, responder]) {
    const log = page.getByRole('log');
    await expect(log.getByText(/^Camille Roux\s*same words$/)).toHaveCount(1);
    await expect(log.getByText(/^Rafael Ortiz\s*same words$/)).toHaveCount(1);
  }
});
