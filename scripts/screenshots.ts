import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../e2e/fixtures/find-chromium';
import { addNote, signIn, type Who } from '../e2e/fixtures/journey';
import { RunningConsole } from '../e2e/fixtures/running-console';
import { runCommand } from './run-command';

const root = path.resolve(import.meta.dirname, '..');
const images = path.join(root, 'docs', 'images');

async function visit(browser: Browser, running: RunningConsole, who: Who): Promise<Page> {
  const context = await browser.newContext({
    baseURL: running.url,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.25,
    colorScheme: 'dark',
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  await signIn(page, who);
  return page;
}

/** Declares from the red row, as a commander would; ends on the record. */
async function declareFromRow(page: Page): Promise<void> {
  const row = page.getByRole('row', { name: /MinIO/ });
  await row.getByRole('button', { name: /Declare/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Declare/ })
    .click();
  await page.waitForURL(/\/incidents\/INC-/);
}

async function workTogether(commander: Page, responder: Page): Promise<void> {
  await responder.goto(commander.url());
  const step = (page: Page, at: number) => page.getByRole('checkbox').nth(at).click();
  await step(commander, 0);
  await addNote(responder, 'Two of four drives offline on minio-2 since 03:02, nothing in dmesg before that.');
  // The two between ask, and lead where the answer says.
  await step(commander, 3);
  await step(responder, 4);
  await addNote(responder, 'Reads still work from minio-1 and minio-3: playback is not affected.');
  await addNote(
    commander,
    'No deploy in the last six hours. Opening the storage runbook; Rafael keeps the disks as they are.',
  );
  await commander.getByText('Opening the storage runbook').waitFor();
  await commander.getByText('Reads still work').waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  // Relative times settle, and the mark of what just arrived fades.
  await page.waitForTimeout(4_000);
  await page.screenshot({ path: path.join(images, `${name}.png`), animations: 'disabled' });
  process.stdout.write(`docs/images/${name}.png\n`);
}

async function takeAll(running: RunningConsole, browser: Browser): Promise<void> {
  const commander = await visit(browser, running, 'commander');
  const responder = await visit(browser, running, 'responder');
  await running.platform('reset');
  await running.platform('minio', 'down');
  await running.platform('redis', 'degraded');
  await commander.getByRole('heading', { level: 1, name: /Uploads fail/ }).waitFor();
  await declareFromRow(commander);
  await workTogether(commander, responder);
  await take(commander, 'record');
  await commander.goto(`${commander.url()}/comms`);
  await commander.getByRole('button', { name: /^Send to/ }).waitFor();
  await commander.getByLabel(/What is being done/).fill('We replace two disks of the storage.');
  await take(commander, 'updates');
  await commander.goto('/');
  await take(commander, 'situation');
}

/** `npm run screenshots`: the pictures of README.md, taken of a console that `npm start` runs with empty data. */
runCommand(async () => {
  const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');
  if (!existsSync(path.join(dataDir, 'run.json'))) throw new Error('No console runs here. npm start first.');
  const running = new RunningConsole(dataDir);
  mkdirSync(images, { recursive: true });
  const found = findChromium();
  const browser = await chromium.launch({ ...(found && { executablePath: found }), args: ['--no-sandbox'] });
  try {
    await takeAll(running, browser);
  } finally {
    await browser.close();
    await running.platform('reset').catch(() => {});
  }
});
