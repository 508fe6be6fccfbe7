import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from '../fixtures/journey';

const noFaults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
};

/** Sends a command as whoever is signed in on this page; answers the incident's number. */
async function send(page: Page, origin: string, type: string, input: object): Promise<string> {
  const answer = await page.request.post('/api/v1/commands', {
    data: { commandId: uuidv7(), type, input },
    headers: { origin },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).number;
}

test('a past incident is searched, shared, exported, and its postmortem written by two and finished', async ({
  console: running,
  visit,
}) => {
  const { page, complaints } = await visit('commander');
  const mark = `q${Date.now().toString(36)}`;
  const number = await send(page, running.url, 'incident.declare', { title: `=Uploads fail ${mark}` });
  await send(page, running.url, 'incident.declare', { title: `Login fails ${mark}` });
  await send(page, running.url, 'timeline.add_note', { number, text: 'Two drives offline <b>bold</b>' });
  const cause = { from: 'investigating', cause: 'A firmware bug', mitigation: 'Drives replaced' };
  await send(page, running.url, 'incident.resolve', { number, ...cause });

  await page.goto('/incidents');
  // Keys work once the page does.
  await expect(page.getByText(/^Live, \d/)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(`${mark} firmw`);
  const main = page.locator('#main');
  await expect(main.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`q=${mark}`));
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('State').selectOption('open');
  await expect(main.getByText('No incident fits.')).toBeVisible();
  await noFaults(page);
  await main.getByRole('link', { name: /Leave out the words/ }).click();
  await expect(main.getByText(`Login fails ${mark}`)).toBeVisible();

  const shared = `/incidents?q=${mark}&postmortem=owed`;
  const { page: second } = await visit('responder');
  await second.goto(shared);
  await expect(second.locator('#main').getByRole('row')).toHaveCount(2);
  await expect(second.getByLabel('Postmortem')).toHaveValue('owed');
  await noFaults(second);
  await second.keyboard.press('j');
  await second.keyboard.press('Enter');
  await second.waitForURL(`**/incidents/${number}`);

  const csv = await page.request.get(`/api/v1/incidents/export?format=csv&q=${mark}&postmortem=owed`);
  expect(csv.headers()['content-disposition']).toContain('incidents.csv');
  expect(await csv.text()).toContain(`${number},'=Uploads fail ${mark},`);
  expect((await page.request.get('/api/v1/incidents?limit=0')).status()).toBe(400);

  await second.goto(`/incidents/${number}/postmortem`);
  await page.goto(`/incidents/${number}/postmortem`);
  await expect(main.getByText('A firmware bug').first()).toBeVisible();
  await expect(main.getByText(/where you are/)).toBeVisible();
  await noFaults(page);
  const field = page.getByLabel('Postmortem in Markdown');
  const theirs = second.getByLabel('Postmortem in Markdown');
  for (const somebody of [page, second]) await somebody.getByRole('button', { name: 'Edit' }).click();
  await field.fill('# Ours\n\nWritten by Camille');
  await page.reload();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(field).toHaveValue(/Written by Camille/);
  await field.press('Control+s');
  await expect(page.getByText('Saved by Camille Roux.')).toBeVisible();
  await noFaults(page);

  await theirs.fill('# Ours\n\nWritten by Rafael');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByLabel('The text that Camille Roux saved')).toHaveValue(/Written by Camille/);
  await expect(theirs).toHaveValue(/Written by Rafael/);
  await second.getByRole('button', { name: 'Put it below mine' }).click();
  await second.getByRole('button', { name: 'I have read it; mine replaces it' }).click();
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Saved by Rafael Ortiz.')).toBeVisible();

  await page.reload();
  await expect(main.getByText('Written by Camille')).toBeVisible();
  await expect(main.getByText('Written by Rafael')).toBeVisible();
  await page.getByRole('button', { name: 'Finish…' }).click();
  await page.getByRole('button', { name: 'Yes, finish it' }).click();
  await expect(main.getByText(/^Finished/)).toBeVisible();
  const file = await page.request.get(`/api/v1/incidents/${number}/postmortem`, {
    headers: { accept: 'text/markdown' },
  });
  expect(file.headers()['content-disposition']).toMatch(/uploads-fail/);
  expect(await file.text()).toContain('Written by Rafael');
  expect(complaints).toEqual([]);
});
