import type { Page } from '@playwright/test';
import { addNote, expect, test } from '../fixtures/journey';

const NOTE = 'Two drives offline on node 2. <b>EC:2</b> holds.';

test('a newcomer sees a service break, declares from its row, ticks; a stakeholder sees it arrive, and not what was noted', async ({
  console: running,
  catalogue,
  visit,
}) => {
  const { example, targets: polled, defaultSeverity, checklists } = catalogue;
  const { severity } = example.down;
  const [firstStep = '', secondStep = ''] =
    checklists[0]?.items
      .filter(({ question, does, doneBy }) => !(question ?? does ?? doneBy))
      .map(({ title: of }) => of) ?? [];
  const because = `${example.name} is down`;
  const [title = ''] = example.down.users.split(';');
  const rowOf = (seen: Page) => seen.locator(`#main tr[data-service="${example.id}"]`);
  const commander = await visit('commander');
  const { page } = commander;

  await test.step('all targets are live, and labelled as what they are', async () => {
    const targets = page.getByRole('region', { name: 'Targets' });
    const names = [...polled.map(({ name }) => name), 'This console'];
    for (const name of names) await expect(targets.getByText(name, { exact: true })).toBeVisible();
    await expect(targets.getByText('stand-in', { exact: true })).toHaveCount(polled.length);
    await expect(targets.getByText('Ok')).toHaveCount(names.length);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Everything works/);
  });

  await test.step('a service breaks: row and sentence change without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await running.platform(catalogue.wordOf(example), 'down');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(example.down.sentence);
    await expect(rowOf(page)).toContainText('Down');
    await expect(rowOf(page)).toContainText(example.down.users);
    await expect(rowOf(page)).toContainText(severity ?? '');
    await expect(page.locator('#main').getByText('The matrix proposes')).toContainText(
      `The matrix proposes ${severity}: ${because}`,
    );
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  });

  await test.step('declares from the row, prefilled with what users feel and with the severity that is proposed', async () => {
    await rowOf(page)
      .getByRole('button', { name: /Declare/ })
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel(/What is wrong/)).toHaveValue(title);
    const chosen = severity ?? defaultSeverity;
    await expect(dialog.getByRole('radio', { name: new RegExp(`^${chosen}`) })).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: example.name })).toBeChecked();
    await expect(dialog).toContainText(example.down.sentence);
    await dialog.getByRole('button', { name: `Declare ${chosen}` }).click();
    await page.waitForURL(/\/incidents\/INC-\d{4}-\d{4}$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  const stakeholder = await visit('stakeholder');
  await test.step('the stakeholder finds it on the situation page and opens it', async () => {
    await stakeholder.page.getByRole('link', { name: new RegExp(title) }).click();
    await expect(stakeholder.page.getByRole('checkbox', { name: firstStep })).not.toBeChecked();
    await expect(stakeholder.page.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
  });

  const responder = await visit('responder');
  await responder.page.goto(page.url());
  await expect(responder.page.getByRole('checkbox', { name: firstStep })).not.toBeChecked();
  await test.step('a tick and a note arrive within a blink', async () => {
    await page.getByRole('checkbox', { name: firstStep }).click();
    await expect(stakeholder.page.getByRole('checkbox', { name: firstStep })).toBeChecked({
      timeout: 1_000,
    });
    await expect(stakeholder.page.getByTitle('Ticked by Camille Roux')).toBeVisible();
    await expect(stakeholder.page.getByRole('log').getByText(`ticked ${firstStep}`)).toBeVisible();
    await addNote(page, NOTE);
    await expect(responder.page.getByText(NOTE)).toBeVisible({ timeout: 1_000 });
  });

  await test.step('[A11] the note is for responders: the stakeholder sees the next fact, and never the note', async () => {
    await page.getByRole('checkbox', { name: secondStep }).click();
    await expect(stakeholder.page.getByRole('checkbox', { name: secondStep })).toBeChecked();
    expect(await stakeholder.page.content()).not.toContain('drives offline');
    await stakeholder.page.reload();
    await expect(stakeholder.page.getByRole('checkbox', { name: secondStep })).toBeChecked();
    expect(await stakeholder.page.content()).not.toContain('drives offline');
  });

  expect([...commander.complaints, ...responder.complaints, ...stakeholder.complaints]).toEqual([]);
});
