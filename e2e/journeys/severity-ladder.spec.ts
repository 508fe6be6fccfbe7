import type { Page } from '@playwright/test';
import { declare, expect, test } from '../fixtures/journey';

const changeTo = async (page: Page, from: string, to: string) => {
  await page.getByRole('button', { name: `${from}: change severity` }).click();
  await page.getByRole('menuitem', { name: new RegExp(`to ${to}…`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(`from ${from} to ${to}`);
  await dialog.getByRole('button', { name: new RegExp(to) }).click();
  await expect(page.getByRole('button', { name: `${to}: change severity` })).toBeVisible();
};

test('[I5] [I6] the ladder has as many rungs as the catalogue says: up to the first, down to the last', async ({
  catalogue: { severities, defaultSeverity },
  visit,
}) => {
  const { page, complaints } = await visit('lead');
  await declare(page, 'Up and down the ladder');
  const start = severities.indexOf(defaultSeverity);
  const route = [...severities.slice(0, start).reverse(), ...severities.slice(1)];
  let held = defaultSeverity;
  for (const next of route) {
    await changeTo(page, held, next);
    held = next;
  }
  const log = page.getByRole('log');
  await expect(log.getByText(`raised severity to ${severities[0]}`).first()).toBeVisible();
  await expect(log.getByText(`lowered severity to ${severities.at(-1)}`).first()).toBeVisible();
  expect(complaints).toEqual([]);
});
