import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/fixtures/find-chromium';

const chromium = findChromium();

export default defineConfig({
  testDir: 'e2e/journeys',
  // One console, one stand-in: journeys take turns.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // On a strange, busy machine a journey gets a second try; the report still lists it as flaky. Nowhere else.
  retries: process.env.CI ? 1 : 0,
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
