import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/fixtures/find-chromium';
import type { PerProject } from './e2e/fixtures/journey';

const chromium = findChromium();

/** Journeys about what a catalogue says: they run once more for a made-up shop, with no change of code. */
const aboutTheCatalogue = /(first-incident|matrix|runbooks|severity-ladder|never-a-stale-green)\.spec\.ts$/;
/** Journeys that change the files a console runs with; they are at home at the shop's. */
const atTheShop = /drift\.spec\.ts$/;

export default defineConfig<object, PerProject>({
  testDir: 'e2e/journeys',
  // One console, one stand-in: journeys take turns.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // On a strange, busy machine a journey gets a second try; the report still lists it as flaky. Nowhere else.
  retries: process.env.CI ? 1 : 0,
  projects: [
    { name: 'shipped', testIgnore: atTheShop, use: { catalogueName: 'shipped' } },
    {
      name: 'shop',
      testMatch: [aboutTheCatalogue, atTheShop],
      grepInvert: /@shipped/,
      use: { catalogueName: 'shop' },
    },
  ],
  globalSetup: './e2e/fixtures/start-fresh-console.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
