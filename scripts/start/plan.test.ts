import { expect, test } from 'vitest';
import { consoleEnvironment } from './console-environment';
import { isOutside } from './is-outside';
import { nodeProblem } from './node-version.mjs';
import { makePlan, type Plan, wantedPorts } from './plan';

const secrets = {
  nextAuthSecret: 'n'.repeat(40),
  chainKey: 'c'.repeat(40),
  metricsToken: 'm'.repeat(40),
  oidcClientSecret: 'o'.repeat(40),
  postgresPassword: 'p'.repeat(40),
};

const outside = {
  NEXTAUTH_URL: 'https://console.example.org',
  NEXTAUTH_SECRET: 's'.repeat(40),
  CHAIN_KEY: 'k'.repeat(40),
  OIDC_ISSUER: 'https://idp.example.org',
  OIDC_CLIENT_ID: 'id',
  OIDC_CLIENT_SECRET: 'secret',
  DATABASE_URL: 'postgresql://h/db',
};

function plan(source: Record<string, string>, isDev = false): Plan {
  const planning = makePlan({ root: '/repo', isDev, source });
  if (!planning.ok) throw new Error(planning.problems.join('\n'));
  return planning.plan;
}

function problems(source: Record<string, string>, isDev = false): string[] {
  const planning = makePlan({ root: '/repo', isDev, source });
  return planning.ok ? [] : planning.problems;
}

test('with nothing set everything is embedded, at fixed distances from PORT', () => {
  const { ports, embedded, address, host, dataDir } = plan({ PORT: '4000' });
  expect(ports).toEqual({ console: 4000, oidc: 4001, blue: 4002, green: 4003, postgres: 4004 });
  expect(embedded).toEqual({ oidc: true, platform: true, postgres: true });
  expect({ address, host, dataDir }).toEqual({
    address: 'http://localhost:4000',
    host: '127.0.0.1',
    dataDir: '/repo/.data',
  });
});

test('what is configured from outside is not started', () => {
  const one = plan(outside);
  expect(one.embedded).toEqual({ oidc: false, platform: false, postgres: false });
  expect(one.host).toBe('0.0.0.0');
  expect(wantedPorts(one)).toEqual([{ port: 3000, host: '0.0.0.0', by: 'the console' }]);
  expect(plan({ HEALTH_TARGETS: '[{"id":"a","name":"a","url":"http://x"}]' }).embedded.platform).toBe(false);
  expect(plan({ PLATFORM_STAND_IN: 'off' }).embedded.platform).toBe(false);
});

test('an outside address needs its own secrets and its own provider', () => {
  const found = problems({ NEXTAUTH_URL: outside.NEXTAUTH_URL });
  expect(found.map((problem) => problem.split(':')[0])).toEqual(['NEXTAUTH_SECRET', 'CHAIN_KEY', 'OIDC_ISSUER']);
});

test('four more ports have to fit behind PORT, unless nothing is embedded', () => {
  expect(problems({ PORT: '65533' })[0]).toMatch(/^PORT: expected at most 65531/);
  expect(problems({ ...outside, PORT: '65533' })).toEqual([]);
});

test('the console is told what is embedded, and what was set wins', () => {
  const env = consoleEnvironment(plan({ CHAIN_KEY: 'k'.repeat(40) }), secrets, { CHAIN_KEY: 'k'.repeat(40) }, 'db');
  expect(env).toMatchObject({
    NODE_ENV: 'production',
    DATABASE_URL: 'db',
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    CHAIN_KEY: 'k'.repeat(40),
    METRICS_TOKEN: secrets.metricsToken,
    OIDC_ISSUER: 'http://127.0.0.1:3001',
    CATALOG_DIR: '/repo/catalog',
    EVIDENCE_STORE: 'file:/repo/.data/evidence',
  });
  expect(JSON.parse(env.HEALTH_TARGETS ?? '')).toEqual([
    { id: 'api-blue', name: 'API blue', url: 'http://127.0.0.1:3002/api/v1/health/deep', standIn: true },
    { id: 'api-green', name: 'API green', url: 'http://127.0.0.1:3003/api/v1/health/deep', standIn: true },
  ]);
});

test('a console with an outside address gets no metrics token that nobody knows', () => {
  const env = consoleEnvironment(plan(outside), secrets, outside, outside.DATABASE_URL);
  expect(env.METRICS_TOKEN).toBeUndefined();
  expect(env).toMatchObject(outside);
});

test.each([
  [undefined, false],
  ['http://localhost:3000', false],
  ['http://console.localhost', false],
  ['http://127.0.0.1:3000', false],
  ['http://127.9.9.9', false],
  ['http://[::1]:3000', false],
  ['https://console.example.org', true],
  ['http://10.0.0.4:3000', true],
  ['http://127.0.0.1.example.org', true],
  ['http://localhost.example.org', true],
])('%s is outside: %s', (address, expected) => expect(isOutside(address)).toBe(expected));

test.each([
  ['20.20.0', true],
  ['20.20.2', true],
  ['22.1.0', true],
  ['24.0.0', true],
  ['20.19.9', false],
  ['18.20.8', false],
])('Node %s is supported: %s', (version, isFine) => expect(nodeProblem(version) === undefined).toBe(isFine));
