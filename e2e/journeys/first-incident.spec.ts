import { addNote, expect, test } from '../fixtures/journey';

test('a newcomer sees a service break, declares from its row, ticks; a stakeholder sees it arrive', async ({
  console: running,
  visit,
}) => {
  const commander = await visit('commander');
  const { page } = commander;

  await test.step('all targets are live, and labelled as what they are', async () => {
    const targets = page.getByRole('region', { name: 'Targets' });
    for (const name of ['API blue', 'API green', 'This console']) await expect(targets.getByText(name)).toBeVisible();
    await expect(targets.getByText('stand-in', { exact: true })).toHaveCount(2);
    await expect(targets.getByText('Ok')).toHaveCount(3);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Everything works/);
  });

  await test.step('MinIO breaks: row and sentence change without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await running.platform('minio', 'down');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Uploads fail and new tracks do not appear\. Playback, login/,
    );
    await expect(page.getByRole('row', { name: /MinIO/ })).toContainText('Down');
    await expect(page.getByRole('row', { name: /MinIO/ })).toContainText('SEV-2');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  });

  await test.step('declares from the row, prefilled, default SEV-2', async () => {
    await page
      .getByRole('row', { name: /MinIO/ })
      .getByRole('button', { name: /Declare/ })
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel(/What is wrong/)).toHaveValue('MinIO / S3 is down');
    await expect(dialog.getByRole('radio', { name: /SEV-2/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Declare SEV-2' }).click();
    await page.waitForURL(/\/incidents\/INC-\d{4}-\d{4}$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('MinIO / S3 is down');
  });

  const stakeholder = await visit('stakeholder');
  await test.step('the stakeholder finds it on the situation page and opens it', async () => {
    await stakeholder.page.getByRole('link', { name: /MinIO \/ S3 is down/ }).click();
    await expect(stakeholder.page.getByRole('checkbox', { name: 'Acknowledge the alert' })).not.toBeChecked();
    await expect(stakeholder.page.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
  });

  await test.step('a tick and a note arrive within a blink', async () => {
    await page.getByRole('checkbox', { name: 'Acknowledge the alert' }).click();
    await expect(stakeholder.page.getByRole('checkbox', { name: 'Acknowledge the alert' })).toBeChecked({
      timeout: 1_000,
    });
    await expect(stakeholder.page.getByTitle('Ticked by Camille Roux')).toBeVisible();
    await addNote(page, 'Two drives offline on node 2. <b>EC:2</b> holds.');
    await expect(stakeholder.page.getByText('Two drives offline on node 2. <b>EC:2</b> holds.')).toBeVisible({
      timeout: 1_000,
    });
  });

  expect([...commander.complaints, ...stakeholder.complaints]).toEqual([]);
});
