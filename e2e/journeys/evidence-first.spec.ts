import { declare, expect, test, type Visitor } from '../fixtures/journey';
import { noFaults } from '../fixtures/no-faults';
import { ShellHost } from '../fixtures/shell-host';

const triage = ({ page }: Visitor) => page.getByRole('region', { name: 'Triage' });
const evidence = ({ page }: Visitor) => page.getByRole('region', { name: 'Evidence' });
const timeline = ({ page }: Visitor) => page.getByRole('region', { name: 'Timeline' });

async function openChecklist({ page }: Visitor, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a checklist…' }).click();
  await page.getByLabel('Runbook or part').fill(words);
  await page.getByLabel('Runbook or part').press('Enter');
}

/** Tries to tick past the page, as a script with this person's session would. */
async function tickByHand({ page }: Visitor, number: string, checklistId: string, itemId: string) {
  return page.evaluate(
    async ([incident, list, item]) => {
      const random = crypto.getRandomValues(new Uint8Array(16));
      const at = BigInt(Date.now()).toString(16).padStart(12, '0');
      const hex = `${at}7${[...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
      const commandId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
      const input = { number: incident, checklistId: list, itemId: item };
      const response = await fetch('/api/v1/commands', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ commandId, type: 'triage.tick', input }),
      });
      return { status: response.status, body: (await response.json()) as { detail?: string } };
    },
    [number, checklistId, itemId] as const,
  );
}

test('[E1] [E2] [E3] [E11] [E14] nothing is restarted before its logs are saved, by a pipe or by a script; or the commander says why not', async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const camille = await visit('commander');
  const rafael = await visit('responder');
  const host = await ShellHost.with({
    docker: 'echo "panic: too many connections ($*)"; echo "password=hunter2-in-a-log" >&2',
    'redis-cli': 'echo "Biggest string found: sessions:42 has 1048576 bytes"',
    psql: 'echo "could not connect" >&2; exit 2',
  });
  const number = await declare(camille.page, 'Sessions are lost');
  await rafael.page.goto(`/incidents/${number}`);
  await openChecklist(camille, 'redis');
  // Its steps belong to an answer.
  await triage(camille)
    .getByRole('group', { name: 'So which kind is it?' })
    .getByRole('button', { name: 'no master' })
    .click();
  const failover = (of: Visitor) => triage(of).getByRole('checkbox', { name: /Order a failover/ });
  const row = (of: Visitor) => triage(of).getByRole('listitem').filter({ hasText: 'Order a failover' });

  await test.step('the step is locked, says why, and no client passes it', async () => {
    await expect(row(rafael)).toContainText(
      'Locked. Logs first, always: it needs Biggest keys in Redis; Backend API logs, last 500 lines.',
    );
    await expect(row(rafael).getByRole('button', { name: /Go on without/ })).toHaveCount(0);
    const key = (await failover(camille).getAttribute('data-step')) ?? '';
    const [list = '', item = ''] = key.split('/');
    const answer = await tickByHand(camille, number, list, item);
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('is locked') } });
    await noFaults(camille.page);
  });

  await test.step('going on without asks once for both of its needs, or for one', async () => {
    await row(camille).getByRole('button', { name: 'Go on without…' }).click();
    const why = camille.page.getByRole('dialog', { name: 'Go on without evidence' });
    await expect(why).toContainText('Backend API logs, last 500 lines; Biggest keys in Redis.');
    await camille.page.keyboard.press('Escape');
    await expect(why).toBeHidden();
  });

  const dialog = rafael.page.getByRole('dialog', { name: 'Save evidence' });

  await test.step('a pipe from a shell brings the first file, while everybody watches', async () => {
    await failover(rafael).press(' ');
    await expect(dialog).toContainText('not here yet');
    await noFaults(rafael.page);
    const part = (heading: RegExp) =>
      dialog.locator('section').filter({ has: rafael.page.getByRole('heading', { name: heading }) });
    const api = part(/^Backend API logs/);
    await expect(api.getByRole('radio', { name: 'Both' })).toBeChecked();
    await api.getByRole('radio').first().check();
    const command = await api.locator('pre').innerText();
    expect(command).toMatch(/curl -fsS -T "\/tmp\/\$f" -H "Authorization: Bearer cap_/);
    const { status, output } = await host.paste(command);
    expect(status, output).toBe(0);
    await expect(api).toContainText(/saved \d\d:\d\d/);
    await expect(evidence(camille)).toContainText(/incident-\d{8}-\d{6}-api\.log/);
    await expect(failover(camille)).not.toBeChecked();
    await expect(row(camille)).toContainText('it needs Biggest keys in Redis.');
  });

  await test.step('one script saves the rest and goes on when one command fails', async () => {
    await dialog
      .getByRole('button', { name: /Close|Done/ })
      .first()
      .click();
    await evidence(rafael).getByRole('button', { name: 'Save by command…' }).click();
    const script = await dialog
      .locator('section')
      .filter({ hasText: 'as one script' })
      .locator('pre')
      .first()
      .innerText();
    const { status, output } = await host.paste(script);
    expect(status).toBe(1);
    expect(output).toMatch(/NOT SAVED:.* pg-activity/);
    expect(output).toContain('pg-activity: not saved; look at /tmp/incident-');
    expect(output).toMatch(
      /kept, NOT TAKEN as evidence: \S+-pg-activity\.txt ended with exit status 2: “could not connect”/,
    );
    await expect(evidence(camille)).toContainText(/incident-\d{8}-\d{6}-redis-keys\.txt/);
    await dialog
      .getByRole('button', { name: /Close|Done/ })
      .first()
      .click();
  });

  await test.step('what failed is an attempt, with its reason, until somebody takes it all the same', async () => {
    const attempt = evidence(camille).getByRole('listitem').filter({ hasText: 'pg-activity.txt' });
    await expect(attempt).toContainText('ended with exit status 2: “could not connect”');
    await expect(timeline(camille)).toContainText('Kept, not taken as evidence');
    await noFaults(camille.page);
    await attempt.getByRole('button', { name: 'Take it all the same' }).click();
    await expect(evidence(rafael)).toContainText('taken all the same by Camille Roux');
    await expect(timeline(rafael)).toContainText('took it as evidence all the same');
  });

  await test.step('unlocked, and ticked', async () => {
    await expect(row(rafael)).not.toContainText('Locked');
    await failover(rafael).click();
    await expect(failover(camille)).toBeChecked();
    await expect(row(camille)).toContainText('RO');
  });

  await test.step('beside it the other way: the commander goes on without, with a reason', async () => {
    await openChecklist(camille, 'rabbit');
    await triage(camille).getByRole('button', { name: 'broker gone' }).click();
    const restart = triage(camille).getByRole('listitem').filter({ hasText: 'Restart the broker' });
    await restart.getByRole('button', { name: 'Go on without…' }).click();
    const why = camille.page.getByRole('dialog', { name: 'Go on without evidence' });
    await why.getByRole('textbox').fill('gone');
    await why.getByRole('button', { name: 'Go on without' }).click();
    await expect(why.getByRole('alert')).toContainText('10 characters at least');
    await why.getByRole('textbox').fill('The broker host lost its disk');
    await why.getByRole('button', { name: 'Go on without' }).click();
    const box = triage(rafael).getByRole('checkbox', { name: 'Restart the broker' });
    await expect(box).not.toHaveAttribute('data-locked');
    await box.click();
    await expect(triage(camille).getByRole('checkbox', { name: 'Restart the broker' })).toBeChecked();
    await expect(rafael.page.locator('#main')).toContainText('Went on without evidence: Queue depths in RabbitMQ');
  });

  await test.step('both stand in the timeline, and in the draft of the postmortem', async () => {
    await expect(timeline(camille)).toContainText(/Rafael Ortiz saved evidence incident-\d{8}-\d{6}-api\.log/);
    await expect(timeline(camille)).toContainText('went on without evidence: Queue depths in RabbitMQ');
    await expect(timeline(camille)).toContainText('The broker host lost its disk');
    const draft = await (await camille.page.request.get(`/api/v1/incidents/${number}/postmortem?format=md`)).text();
    expect(draft).toMatch(/### Evidence\n[\s\S]*incident-\d{8}-\d{6}-api\.log .*SHA-256 `[0-9a-f]{64}`/);
    const [, didNot = ''] = draft.split("## What didn't");
    expect(didNot).toContain('went on without evidence');
    expect(didNot).toContain('The broker host lost its disk');
  });
  expect([...camille.complaints, ...rafael.complaints]).toEqual([]);
  await host.end();
});

test('[E4] a file is dropped, pasted or picked, sent in pieces, and both sides agree on its SHA-256', async ({
  visit,
}) => {
  const camille = await visit('commander');
  const { page } = camille;
  await declare(page, 'Files by hand');
  await page
    .getByLabel('Files to add as evidence')
    .setInputFiles({ name: 'ps.txt', mimeType: 'text/plain', buffer: Buffer.from('PID 1\n'.repeat(1_000)) });
  await expect(evidence(camille)).toContainText('Saved. Both sides have the same SHA-256.');
  await expect(evidence(camille).getByRole('link', { name: 'ps.txt' })).toBeVisible();
  await page
    .getByLabel('Files to add as evidence')
    .setInputFiles({ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  await expect(evidence(camille).getByRole('status').filter({ hasText: /empty/i })).toBeVisible();
  await noFaults(page);
  await expect(timeline(camille)).toContainText('saved evidence ps.txt (6 kB)');
  expect(camille.complaints).toEqual([]);
});
