import { declare, expect, test } from '../fixtures/journey';
import { noFaults } from '../fixtures/no-faults';

test('[T4] [T5] [T6] [T7] a checklist is found by half a word, its steps assigned, dated, skipped, added; the other sees it', async ({
  visit,
}) => {
  const commander = await visit('commander');
  const { page } = commander;
  const number = await declare(page, 'Several checklists');
  const responder = await visit('responder');
  await responder.page.goto(`/incidents/${number}`);
  const triage = (of: typeof page) => of.getByRole('region', { name: 'Triage' });

  await test.step('opens one by a search that forgives', async () => {
    await page.getByRole('button', { name: 'Open a checklist…' }).click();
    await page.getByLabel('Runbook or part').fill('storge');
    await page.getByLabel('Runbook or part').press('Enter');
    await expect(triage(responder.page).getByRole('button', { name: /storage/i, expanded: true })).toBeVisible();
  });

  const step = (of: typeof page) => triage(of).getByRole('checkbox', { name: 'Acknowledge the alert' });
  const row = (of: typeof page) => triage(of).getByRole('listitem').filter({ hasText: 'Acknowledge the alert' });

  await test.step('assigns by a key, sets a time by the menu', async () => {
    await step(page).focus();
    await page.keyboard.press('a');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Rafael Ortiz/ })
      .click();
    await expect(row(responder.page)).toContainText('Rafael Ortiz', { timeout: 1_500 });
    await row(page)
      .getByRole('button', { name: /^More for/ })
      .press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Due in 15 min' })).toBeVisible();
    await noFaults(page);
    await page.getByRole('menuitem', { name: 'Due in 15 min' }).click();
    await expect(row(responder.page)).toContainText(/due in 1[45] min/);
  });

  await test.step('skips with a reason, takes up again, adds a step', async () => {
    await step(page).focus();
    await page.keyboard.press('s');
    await page.getByLabel('Why it is not needed').fill('paged by phone');
    await page.getByRole('dialog').getByRole('button', { name: 'Skip' }).click();
    await expect(row(responder.page)).toContainText('Skipped by Camille Roux', { timeout: 1_000 });
    await row(page)
      .getByRole('button', { name: /^More for/ })
      .press('Enter');
    await page.getByRole('menuitem', { name: 'Take up again' }).click();
    await expect(row(responder.page)).not.toContainText('Skipped');
    await responder.page.getByLabel('Another step').fill('Call the data centre');
    await responder.page.getByLabel('Another step').press('Enter');
    await triage(page).getByRole('checkbox', { name: 'Call the data centre' }).click();
    await expect(triage(responder.page).getByRole('button', { name: /Added here/ })).toContainText('done, 1 of 1');
  });

  await test.step('two tick the same at once: it is ticked once, by the first', async () => {
    await Promise.all([step(page).click(), step(responder.page).click()]);
    await expect(step(page)).toBeChecked();
    await expect(step(responder.page)).toBeChecked();
    const tickedBy = (of: typeof page) =>
      row(of)
        .getByTitle(/^Ticked by/)
        .getAttribute('title');
    await expect(async () => expect(await tickedBy(page)).toBe(await tickedBy(responder.page))).toPass();
  });
  expect([...commander.complaints, ...responder.complaints]).toEqual([]);
});

test('a finished checklist folds once nobody’s hand is on it, and stays as it was left', async ({ visit }) => {
  const { page } = await visit('responder');
  await declare(page, 'Folding');
  await page.getByLabel('Another step').fill('Only step');
  await page.getByLabel('Another step').press('Enter');
  const list = page.getByRole('button', { name: /^Added here|Added here/ });
  await page.getByRole('checkbox', { name: 'Only step' }).click();
  await expect(page.getByRole('checkbox', { name: 'Only step' })).toBeVisible();
  await page.mouse.move(700, 20);
  await page.getByLabel('Another step').focus();
  await expect(list).toHaveAttribute('aria-expanded', 'false');
  await list.click();
  await page.reload();
  await expect(list).toHaveAttribute('aria-expanded', 'true');
  await expect(list).toContainText('done, 1 of 1');
});
