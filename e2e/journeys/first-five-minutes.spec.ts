import type { BrowserContext, Page } from '@playwright/test';
import { findFaketime } from '../fixtures/find-faketime';
import { expect, test as journey, signIn, type Who } from '../fixtures/journey';
import { type NightConsole, startNightConsole } from '../fixtures/night-console';

const library = findFaketime();

/** People at a console where it is three in the morning of a Friday. */
const test = journey.extend<{ night: NightConsole; arrive: (who: Who, path?: string) => Promise<Page> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  night: async ({}, use) => {
    const night = await startNightConsole(library ?? '', '2026-11-20T03:00:00Z');
    await use(night);
    await night.end();
  },
  arrive: async ({ browser, night }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, path = '/') => {
      const context = await browser.newContext({ baseURL: night.running.url });
      contexts.push(context);
      const page = await context.newPage();
      await signIn(page, who, path);
      // Keys work once the page does.
      await expect(page.getByText(/^Live, \d/)).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

const now = (page: Page) => page.getByRole('region', { name: 'NOW', exact: true });
const timeline = (page: Page) => page.getByRole('log', { name: 'Timeline' });

/** Does what the NOW line says, by its key, or answers by a number. */
async function press(page: Page, says: RegExp | string, key = '.'): Promise<void> {
  await expect(now(page)).toContainText(says);
  await page.keyboard.press(key);
  await expect(now(page)).not.toContainText(says);
}

/** Opens the link of the step that NOW names, then says that it is done: the same key twice. */
async function lookAndPress(page: Page, says: string): Promise<void> {
  await expect(now(page)).toContainText(says);
  const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('.')]);
  await opened.close();
  await expect(now(page)).toContainText('Again to mark it done.');
  await press(page, says);
}

/** Finds an action by its words and runs it, without a pointer. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'What do you want to do?' })).toBeVisible();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'What do you want to do?' })).toBeHidden();
}

const facts = [
  ['', 'MinIO'],
  ['', 'INC-2026-0001'],
  ['', 'SEV-2'],
  ['', 'Camille Roux'],
  ['', 'Lena Fischer'],
  ['', 'Tracks do not upload, but the API responds'],
  ['', '2026-11-20'],
  ['Timeline', 'declared SEV-2'],
  ['Timeline', 'Acknowledge the alert'],
  ['Timeline', 'Dashboard 1: Veza API Overview'],
  ['Timeline', 'called for On-call lead'],
  ['Timeline', 'MinIO / S3'],
  ['Timeline', 'set the failure class'],
  ['Timeline', 'opened the checklist Storage failure'],
  ['Timeline', 'offered command to Lena Fischer'],
  ['Timeline', 'took command from Camille Roux'],
  ['Timeline', 'Two drives are offline on node 2.'],
  ['Timeline', 'marked it mitigated'],
  ['Timeline', 'resolved it'],
  ['Root cause', 'Node 2 lost its power supply'],
  ['Root cause', 'Two drives are offline on node 2.'],
  ['What worked', 'Moved the drives to node 3'],
  ['What didn', 'On-call lead was called for help'],
  ['Action items', 'Ask the vendor for a second power supply'],
  ['Runbook updates', 'Call the data centre'],
] as const;

/** The text under a heading of the draft, or all of it. */
function sectionOf(draft: string, heading: string): string {
  if (heading === '') return draft;
  const start = draft.search(new RegExp(`^## .*${heading}`, 'mi'));
  if (start < 0) return '';
  const rest = draft.slice(start + 3);
  const end = rest.search(/^## /m);
  return end < 0 ? rest : rest.slice(0, end);
}

test.describe('a page at 03:00', () => {
  test.skip(!library, 'no faketime on this machine');
  test.setTimeout(180_000);

  test('from the page to the postmortem, by keyboard alone, with the clock of the night', async ({ night, arrive }) => {
    const lena = await arrive('lead', '/runbooks');
    const camille = await arrive('commander', '/triage');

    await test.step('five steps, in order, each with its time', async () => {
      await expect(camille.getByRole('heading', { name: 'You were paged?' })).toBeVisible();
      await camille.keyboard.press('.');
      await press(camille, 'Acknowledge the alert');
      // It names none: the step that opens it is not needed.
      await press(camille, 'Read the alert annotation', '2');
      for (const step of ['Dashboard 1', 'Dashboard 2', 'Dashboard 3']) await lookAndPress(camille, step);
      await expect(now(camille)).toContainText('Find the failure class');
      await expect(camille.getByText(/0[34]:\d\d to classify/)).toBeVisible();
    });

    await test.step('unclassified after five minutes: SEV-2 and backup, in two keys', async () => {
      night.forward(300);
      await expect(now(camille)).toContainText('Declare SEV-2 and call the on-call lead.');
      await camille.keyboard.press('.');
      const form = camille.getByRole('dialog');
      await expect(form.getByRole('radio', { name: /^SEV-2/ })).toBeChecked();
      await form.getByLabel(/What is wrong/).press('Enter');
      await camille.waitForURL(/\/incidents\/INC-2026-0001$/);
      await expect(timeline(camille)).toContainText('called for On-call lead');
      await expect(timeline(camille)).toContainText('ticked Dashboard 3');
      await expect(timeline(camille)).toContainText('arrived 5 min later');
    });

    await test.step('the matrix finds the class; one key sets it and opens its runbook', async () => {
      await night.running.platform('minio', 'down');
      await expect(timeline(camille)).toContainText('MinIO / S3 went down');
      await press(camille, 'Set the failure class: Tracks do not upload');
      await expect(camille.getByRole('checkbox', { name: /Open the MinIO console/ })).toBeVisible();
      // Whoever was called is not called again.
      await expect(now(camille)).not.toContainText('invite the on-call lead');
      await lookAndPress(camille, 'Open the MinIO console');
    });

    await test.step('notes, an action and a step that no runbook knew', async () => {
      await camille.keyboard.press('n');
      await camille.keyboard.type('/finding Two drives are offline on node 2.');
      await camille.keyboard.press('Control+Enter');
      await camille.keyboard.type('/action Ask the vendor for a second power supply');
      await camille.keyboard.press('Control+Enter');
      await camille.keyboard.press('Escape');
      await expect(timeline(camille)).toContainText('Ask the vendor for a second power supply');
      await command(camille, 'Add a step');
      await camille.keyboard.type('Call the data centre');
      await camille.keyboard.press('Enter');
      await expect(camille.getByRole('checkbox', { name: 'Call the data centre' })).toBeVisible();
      await camille.keyboard.press('Escape');
    });

    await test.step('command is handed over by both', async () => {
      await camille.keyboard.press('h');
      const dialog = camille.getByRole('dialog', { name: 'Hand over command' });
      await expect(dialog.getByRole('option', { name: /Lena Fischer/ })).toBeAttached();
      await dialog.getByRole('combobox').focus();
      await camille.keyboard.type('Lena');
      await camille.keyboard.press('Tab');
      await camille.keyboard.press('Tab');
      await camille.keyboard.press('Enter');
      await lena.goto('/incidents/INC-2026-0001');
      await expect(lena.getByText(/^Live, \d/)).toBeVisible();
      const offer = lena.getByRole('region', { name: 'Command is offered to you' });
      await expect(offer).toContainText('SEV-2, investigating since 2026-11-20 03:05 UTC.');
      await expect(offer).toContainText('Open: Upload a small file as a user; note the error and its time.');
      await expect(camille.getByText(/you command, offered to Lena Fischer/)).toBeVisible();
      await lena.keyboard.press('c');
      await expect(camille.getByText('Lena Fischer commands')).toBeVisible();
    });

    await test.step('mitigated, resolved with cause and what ended it', async () => {
      await night.running.platform('reset');
      await expect(timeline(lena)).toContainText('MinIO / S3 is ok again');
      await lena.keyboard.press('m');
      await lena.keyboard.press('m');
      await lena.getByRole('dialog', { name: 'Mark it mitigated' }).waitFor({ timeout: 10_000 });
      await lena.keyboard.type('Moved the drives to node 3');
      await lena.keyboard.press('Tab');
      await lena.keyboard.press('Tab');
      await lena.keyboard.press('Enter');
      await expect(now(lena)).toContainText('Send the Monitoring update.');
      await expect(lena.getByRole('dialog')).toBeHidden();
      await lena.keyboard.press('m');
      await lena.keyboard.press('r');
      await lena.getByRole('dialog', { name: 'Resolve the incident' }).waitFor({ timeout: 10_000 });
      await lena.keyboard.type('Node 2 lost its power supply');
      for (const _ of [1, 2, 3]) await lena.keyboard.press('Tab');
      await lena.keyboard.press('Enter');
    });

    await test.step('the postmortem is owed in a week, and its draft holds the facts', async () => {
      await expect(now(lena)).toContainText('The postmortem comes after it.');
      await expect(lena.locator('#main')).toContainText(/due 27 Nov,? 03:0\d UTC/);
      await lena.getByRole('link', { name: 'Postmortem', exact: true }).click();
      await lena.waitForURL(/\/postmortem$/);
      await expect(lena.locator('#main')).toContainText('Node 2 lost its power supply');
      const draft = await (await lena.request.get('/api/v1/incidents/INC-2026-0001/postmortem?format=md')).text();
      const missing = facts.filter(([section, fact]) => !sectionOf(draft, section).includes(fact));
      expect(missing, draft).toEqual([]);
    });
  });
});
