import { declare, expect, test, type Visitor } from '../fixtures/journey';

const here = ({ page }: Visitor, count: number) =>
  expect(page.locator('#main').getByRole('button', { name: `${count} here: who?` })).toBeVisible({ timeout: 10_000 });

test('[A8] people who open a record see each other, a stakeholder counts too, and who leaves is gone within 10 s', async ({
  visit,
}) => {
  const commander = await visit('commander');
  const number = await declare(commander.page, 'Who is here');
  await here(commander, 1);
  const stakeholder = await visit('stakeholder');
  await stakeholder.page.goto(`/incidents/${number}`);
  await here(commander, 2);
  await here(stakeholder, 2);

  await test.step('by name, when asked', async () => {
    const chip = commander.page.getByRole('button', { name: '2 here: who?' });
    await chip.click();
    const list = commander.page.getByRole('list', { name: 'Who is here' });
    await expect(list.getByRole('listitem')).toHaveText(['Camille Roux you', 'Sofia Lindqvist reads along']);
    await commander.page.keyboard.press('Escape');
    await expect(list).toBeHidden();
  });

  await test.step('turning to another page is leaving, coming back is being here', async () => {
    await stakeholder.page.getByRole('link', { name: 'Incidents', exact: true }).first().click();
    await stakeholder.page.waitForURL(/\/incidents$/);
    await here(commander, 1);
    await stakeholder.page.goBack();
    await here(commander, 2);
    await here(stakeholder, 2);
  });

  await test.step('[A9] the situation page says how many, and no more', async () => {
    const lead = await visit('lead');
    const line = lead.page.locator('#main').getByRole('link', { name: new RegExp(number) });
    await expect(line).toContainText('2 here');
    await stakeholder.page.close();
    await here(commander, 1);
    await expect(line).toContainText('1 here');
    expect(lead.complaints).toEqual([]);
  });
  expect([...commander.complaints, ...stakeholder.complaints]).toEqual([]);
});

test('[A8] eight tabs of one person are one person, and a tab that comes late knows who is here', async ({ visit }) => {
  const commander = await visit('commander');
  const number = await declare(commander.page, 'Eight tabs');
  for (let tab = 1; tab < 8; tab += 1) {
    const page = await commander.context.newPage();
    await page.goto(`/incidents/${number}`);
    await here({ ...commander, page }, 1);
  }
  await here(commander, 1);
});

test('[A9] [A7] nobody who may not know of a private incident appears there or sees who does', async ({
  console: running,
  visit,
}) => {
  const commander = await visit('commander');
  const number = await declare(commander.page, 'Nobody else');
  const lead = await visit('lead');
  await lead.page.goto(`/incidents/${number}`);
  await here(commander, 2);

  await commander.page.getByRole('button', { name: 'People and more' }).click();
  await commander.page.getByRole('menuitem', { name: /Make it private/ }).click();
  await commander.page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('security');
  await commander.page.getByRole('dialog').getByRole('button', { name: 'Make it private' }).click();
  await here(commander, 1);
  await expect(lead.page.getByRole('heading', { name: 'There is no such incident.' })).toBeVisible();

  await test.step('not even by asking past the page', async () => {
    const heard = await lead.page.evaluate(async (path) => {
      const source = new EventSource(path);
      const said: string[] = [];
      for (const name of ['hello', 'gone', 'presence', 'head'])
        source.addEventListener(name, (event) => said.push(`${name} ${(event as MessageEvent).data}`));
      await new Promise((resolve) => setTimeout(resolve, 3_500));
      source.close();
      return said;
    }, `${running.url}/api/v1/stream?topics=incidents,incident:${number}`);
    expect(heard.map((said) => said.split(' ')[0])).toEqual(['hello', 'gone']);
    expect(heard.join()).not.toContain('Camille');
    await here(commander, 1);
  });
});
