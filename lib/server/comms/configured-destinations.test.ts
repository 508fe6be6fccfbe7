import { afterEach, expect, it, vi } from 'vitest';
import { channelWays } from '@/lib/domain/catalogue/comms-guide';
import { setNodeEnvironment } from '@/lib/testing/node-environment';

afterEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

/** By way, what a console with these settings sends to. */
async function destinationsWith(settings: Record<string, string>): Promise<Record<string, string[]>> {
  setNodeEnvironment('postgresql://console@127.0.0.1/console');
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { configuredDestinations } = await import('./configured-destinations');
  const found = channelWays.map((way) => [way, configuredDestinations(way)] as const);
  return Object.fromEntries(found.filter(([, destinations]) => destinations.length > 0));
}

it('[M5] what is not set up is nowhere to go; our own page always is', async () => {
  expect(await destinationsWith({})).toEqual({ follow: ['follow'] });
});

it('[M5] each setting opens its own channel', async () => {
  const settings = {
    SLACK_WEBHOOK_URL: 'https://hooks.slack.example/x',
    STATUSPAGE_PAGE_ID: 'page',
    STATUSPAGE_API_KEY: 'key',
    CACHET_URL: 'https://status.example.org',
    CACHET_TOKEN: 'token',
    SMTP_URL: 'smtp://mail.example.org',
    MAIL_FROM: 'status@example.org',
    MAIL_TO: 'everybody@example.org',
  };
  expect(await destinationsWith(settings)).toEqual({
    follow: ['follow'],
    status: ['statuspage', 'cachet'],
    slack: ['slack'],
    mail: ['mail'],
  });
});

it('[M5] mail to everybody needs addresses', async () => {
  const settings = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'status@example.org' };
  expect(await destinationsWith(settings)).toEqual({ follow: ['follow'] });
});
