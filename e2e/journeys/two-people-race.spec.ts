import type { Page } from '@playwright/test';
import { type SeededRandom, seededRandom } from '@/lib/testing/seeded-random';
import { addNote, declare, expect, test, type Visitor } from '../fixtures/journey';
import { queryDatabase } from '../fixtures/query-database';
import type { RunningConsole } from '../fixtures/running-console';

// Five hundred more run against the database without a browser: lib/client/two-people-race.db.test.ts.
const seeds = [3, 11, 23, 42];
const actsEach = 5;
const quick = { timeout: 1_500 };

/** Somebody at the record, and the words they typed there. */
interface Racer extends Visitor {
  who: string;
  random: SeededRandom;
  typed: string[];
}

function words(racer: Racer): string {
  const said = `${racer.who} says ${racer.typed.length + 1}`;
  racer.typed.push(said);
  return said;
}

async function choose(page: Page, menu: RegExp, item: RegExp): Promise<boolean> {
  await page.getByRole('button', { name: menu }).first().click(quick);
  const found = page.getByRole('menuitem', { name: item }).first();
  if (await found.isVisible().catch(() => false)) {
    await found.click(quick);
    return true;
  }
  await page.keyboard.press('Escape');
  return false;
}

/** Answers the dialog, when the choice asked for one: every passage with words of its own, the first person there is. */
async function answer(racer: Racer): Promise<void> {
  const dialog = racer.page.getByRole('dialog');
  await dialog.waitFor({ timeout: 800 }).catch(() => {});
  if (!(await dialog.isVisible())) return;
  for (const field of await dialog.getByRole('textbox').all()) await field.fill(words(racer));
  const people = dialog.getByRole('combobox', { name: 'Who' });
  if (await people.isVisible()) await people.selectOption({ index: 1 }, quick);
  await dialog.locator('button[type=submit]').click(quick);
}

const inMenu = (menu: RegExp, item: RegExp) => async (racer: Racer) => {
  if (await choose(racer.page, menu, item)) await answer(racer);
};

/** Every control of the page that changes the record, as a hand would use it. */
const acts: Record<string, (racer: Racer) => Promise<void>> = {
  tick: async ({ page, random }) => {
    const boxes = page.locator('#main').getByRole('checkbox');
    await boxes.nth(Math.floor(random.next() * Math.min(5, await boxes.count()))).click(quick);
  },
  note: async (racer) => addNote(racer.page, words(racer)),
  severity: async (racer) => inMenu(/: change severity$/, racer.random.pick([/^Raise to/, /^Lower to/, /Yes:/]))(racer),
  move: async (racer) =>
    inMenu(/^Move on from/, racer.random.pick([/Mark identified/, /Mark mitigated/, /Go back/, /Resolve/]))(racer),
  command: inMenu(/^People and more$/, /Take command|Accept command|Hand over command/),
  role: async (racer) =>
    inMenu(/^People and more$/, racer.random.pick([/Name the deputy/, /Name the scribe/, /End /]))(racer),
  failureClass: async ({ page, random }) => {
    const panel = page
      .getByRole('region', { name: 'What do you see?' })
      .or(page.getByRole('region', { name: 'Failure class' }));
    const change = panel.getByRole('button', { name: 'Change' });
    if (await change.isVisible()) await change.click(quick);
    await panel
      .getByRole('listitem')
      .getByRole('button')
      .nth(Math.floor(random.next() * 3))
      .click(quick);
  },
  now: async (racer) => {
    const button = racer.page.getByRole('region', { name: 'NOW' }).getByRole('button').first();
    // What only leads to another page changes nothing here.
    if (!(await button.isVisible()) || /^Open/.test((await button.textContent()) ?? '')) return;
    await button.click(quick);
    await answer(racer);
  },
};

/** A control may have gone from under the hand; then that person does the next thing. */
async function act(racer: Racer): Promise<void> {
  const name = racer.random.pick([...Object.keys(acts), 'tick', 'note', 'note']);
  await acts[name]?.(racer).catch((error: unknown) => {
    if (!String(error).includes('Timeout')) throw error;
  });
  // What is still asked is left as it is; nothing was sent.
  await racer.page.keyboard.press('Escape');
}

async function race(racer: Racer): Promise<void> {
  for (let count = 0; count < actsEach; count += 1) {
    const isAway = racer.random.happens(0.2);
    if (isAway) await racer.context.setOffline(true);
    await act(racer);
    if (isAway) await racer.context.setOffline(false);
  }
}

async function isSent({ page }: Visitor): Promise<void> {
  const unsent = () =>
    page.evaluate(() => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith('console.outbox.'));
      return keys.filter((key) => !localStorage.getItem(key)?.includes('"state":"refused"')).length;
    });
  await expect.poll(unsent, { timeout: 20_000 }).toBe(0);
}

/** What the page says of the record, for whoever looks at it. */
async function shown({ page }: Visitor): Promise<string> {
  const boxes = page.locator('#main').getByRole('checkbox');
  const parts = await Promise.all([
    page.getByRole('button', { name: /: change severity$/ }).getAttribute('aria-label'),
    page.getByRole('list', { name: 'State' }).locator('[aria-current=step]').textContent(),
    boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked).join()),
    page.getByRole('log').innerText(),
  ]);
  return parts.join('\n');
}

/** Everything typed is in the log, or stands on its author's page as not recorded. */
async function expectNothingLost(running: RunningConsole, number: string, { page, typed }: Racer): Promise<void> {
  const rows = await queryDatabase<{ data: string }>(
    running,
    `SELECT e.data::text AS data FROM event e JOIN incident i ON i.id = e.incident_id WHERE i.number = $1`,
    [number],
  );
  const kept = `${rows.map(({ data }) => data).join('\n')}\n${await page.evaluate(() => JSON.stringify(localStorage))}`;
  expect(typed.filter((said) => !new RegExp(`${said}(?!\\d)`).test(kept))).toEqual([]);
}

async function raceOnce(running: RunningConsole, people: Visitor[], seed: number): Promise<void> {
  const [first, second] = people as [Visitor, Visitor];
  await first.page.goto('/');
  const number = await declare(first.page, `Raced ${seed}`);
  await second.page.goto(`/incidents/${number}`);
  await expect(second.page.getByRole('textbox', { name: 'Note' })).toBeVisible();
  const racers: Racer[] = [
    { ...first, who: `Camille in ${seed}`, random: seededRandom(seed), typed: [] },
    { ...second, who: `Lena in ${seed}`, random: seededRandom(seed * 1_000 + 1), typed: [] },
  ];
  await Promise.all(racers.map(race));
  await Promise.all(racers.map(isSent));
  await expect(async () => expect(await shown(first)).toBe(await shown(second))).toPass({ timeout: 15_000 });
  for (const racer of racers) await expectNothingLost(running, number, racer);
}

test(`[P2] [P3] two browsers at every control of one record agree in the end, ${seeds.length} times`, async ({
  console: running,
  visit,
}) => {
  test.setTimeout(120_000);
  const people = [await visit('commander'), await visit('lead')];
  for (const seed of seeds) await test.step(`seed ${seed}`, () => raceOnce(running, people, seed));
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
});
