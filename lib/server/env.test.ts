import { expect, test } from 'vitest';
import { readEnvironment, readStartEnvironment } from './env';

const complete = {
  DATABASE_URL: 'postgresql://console:pw@127.0.0.1:5432/console',
  NEXTAUTH_URL: 'http://localhost:3000/',
  NEXTAUTH_SECRET: 's'.repeat(32),
  CHAIN_KEY: 'c'.repeat(32),
  OIDC_ISSUER: 'http://127.0.0.1:3001',
  OIDC_CLIENT_ID: 'incident-console',
  OIDC_CLIENT_SECRET: 'x',
};

const problemsOf = (more: Record<string, string | undefined>) => {
  const reading = readEnvironment({ ...complete, ...more });
  return reading.ok ? [] : reading.problems;
};

test('what is not set gets its default', () => {
  const reading = readEnvironment(complete);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  expect(reading.env).toMatchObject({
    NODE_ENV: 'production',
    PORT: 3000,
    HEALTH_INTERVAL_MS: 5000,
    LOG_LEVEL: 'info',
    NEXTAUTH_URL: 'http://localhost:3000',
    OIDC_ROLE_MAP: { 'incident-commanders': 'commander', 'incident-leads': 'lead' },
  });
  expect(reading.env.HEALTH_TARGETS).toBeUndefined();
  expect(reading.env.SMTP_URL).toBeUndefined();
});

test('an empty variable is one that is not set', () => {
  expect(problemsOf({ PORT: '', SMTP_URL: '' })).toEqual([]);
  expect(problemsOf({ CHAIN_KEY: '' })).toEqual(['CHAIN_KEY: missing']);
});

test('targets are read with headers and the mark of the stand-in', () => {
  const targets = [
    { id: 'api-blue', name: 'API blue', url: 'http://127.0.0.1:3002/api/v1/health/deep', standIn: true },
    { id: 'api', name: 'API', url: 'https://api.example.org/health', headers: { authorization: 'Bearer t' } },
  ];
  const reading = readEnvironment({ ...complete, HEALTH_TARGETS: JSON.stringify(targets) });
  expect(reading.ok && reading.env.HEALTH_TARGETS).toEqual(targets);
});

test.each([
  ['NODE_ENV', 'prod', 'expected one of production, development, test'],
  ['PORT', 'abc', 'expected a whole number from 1 to 65535'],
  ['PORT', '0', 'expected a whole number'],
  ['PORT', '70000', 'expected a whole number'],
  ['PORT', '3000.5', 'expected a whole number'],
  ['HEALTH_INTERVAL_MS', '5s', 'expected a whole number from 100 to 600000'],
  ['LOG_LEVEL', 'loud', 'expected one of fatal'],
  ['DATABASE_URL', 'mysql://h/db', 'expected a PostgreSQL address'],
  ['DATABASE_URL', 'postgresql://h', 'expected a PostgreSQL address'],
  ['DATABASE_URL', 'h:5432', 'expected a PostgreSQL address'],
  ['NEXTAUTH_URL', 'localhost:3000', 'expected an http or https address without a path'],
  ['NEXTAUTH_URL', 'https://c.example.org/console', 'without a path'],
  ['NEXTAUTH_SECRET', 'short', 'expected at least 32 characters'],
  ['CHAIN_KEY', 'short', 'expected at least 32 characters'],
  ['METRICS_TOKEN', 'short', 'expected at least 16 characters'],
  ['OIDC_ISSUER', 'idp.example.org', 'expected an http or https address'],
  ['SMTP_URL', 'mail.example.org', 'expected an address such as smtp://'],
  ['SMTP_URL', 'smtp://h?tls=maybe', 'expected an address such as smtp://'],
  ['MAIL_FROM', 'Status', 'expected an address such as status@example.org'],
  ['MAIL_FROM', 'A\r\nBcc: x <a@b.fr>', 'expected an address such as'],
  ['MAIL_TO', 'a@b.fr; c@d.fr', 'expected mail addresses, separated by commas'],
  ['STATUSPAGE_COMPONENTS', '{"a":1}', 'a: expected a component id'],
  ['CACHET_COMPONENTS', '{"a":"1"}', 'a: expected a component number'],
  ['OIDC_ROLE_MAP', '{', 'expected valid JSON'],
  ['OIDC_ROLE_MAP', '[]', 'expected a JSON object of group names'],
  ['OIDC_ROLE_MAP', '{"a":"boss"}', 'a: expected one of viewer, responder, commander, lead'],
  ['HEALTH_TARGETS', '{', 'expected valid JSON'],
  ['HEALTH_TARGETS', '{}', 'expected a JSON array'],
  ['HEALTH_TARGETS', '[]', 'expected at least one target'],
  ['HEALTH_TARGETS', '[1]', '0: expected an object'],
  ['HEALTH_TARGETS', '[{"id":"A b","name":"x","url":"http://x"}]', '0.id: expected at most 40 lower-case'],
  ['HEALTH_TARGETS', '[{"id":"a","name":" ","url":"http://x"}]', '0.name: expected 1 to 80 characters'],
  ['HEALTH_TARGETS', '[{"id":"a","name":"x","url":"file:///etc"}]', '0.url: expected an http or https address'],
  ['HEALTH_TARGETS', '[{"id":"a","name":"x","url":"http://u:p@x"}]', 'without user name and password'],
  [
    'HEALTH_TARGETS',
    '[{"id":"a","name":"x","url":"http://x","headers":[1]}]',
    '0.headers: expected an object of texts',
  ],
  ['HEALTH_TARGETS', '[{"id":"a","name":"x","url":"http://x","standIn":"y"}]', '0.standIn: expected true or false'],
  [
    'HEALTH_TARGETS',
    '[{"id":"a","name":"x","url":"http://x"},{"id":"a","name":"y","url":"http://y"}]',
    'expected each id once',
  ],
  ['PLATFORM_STAND_IN', 'no', 'expected one of on, off'],
  ['EVIDENCE_STORE', 'http://x', 'expected file:/a/folder or s3://bucket/prefix'],
  ['STATIC_COPY', 'ftp://x', 'expected file:/a/folder or s3://bucket/prefix'],
  ['EVIDENCE_STORE', 's3://', 'expected file:/a/folder or s3://bucket/prefix'],
  ['S3_ENDPOINT', 'minio:9000', 'expected an http or https address'],
  ['SMTP_URL', 'mail.example.org', 'expected an address such as smtp://'],
  ['SLACK_WEBHOOK_URL', 'hooks', 'expected an http or https address'],
  ['ALERTMANAGER_URL', 'x', 'expected an http or https address'],
  ['FARO_URL', 'x', 'expected an http or https address'],
])('%s=%s is refused by name', (name, value, expected) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name}: `));
  expect(problems[0]).toContain(expected);
});

test('a problem never shows a value', () => {
  const reading = readEnvironment({ ...complete, DATABASE_URL: 'mysql://u:hunter2@h/db', CHAIN_KEY: 'hunter2' });
  expect(JSON.stringify(reading)).not.toContain('hunter2');
});

test('what belongs together is set together', () => {
  const reading = readStartEnvironment({ OIDC_ISSUER: 'https://idp.example.org', AWS_ACCESS_KEY_ID: 'a' });
  expect(reading.ok ? [] : reading.problems.map((problem) => problem.split(';')[0])).toEqual([
    'OIDC_CLIENT_ID: missing',
    'OIDC_CLIENT_SECRET: missing',
    'AWS_SECRET_ACCESS_KEY: missing',
  ]);
});

test('a secret of webhooks is one by Standard Webhooks', () => {
  const problems = (secret: string) =>
    problemsOf({ COMMS_WEBHOOK_URL: 'https://hook.example.org', COMMS_WEBHOOK_SECRET: secret });
  expect(problems(`whsec_${'A'.repeat(32)}`)).toEqual([]);
  expect(problems('whsec_short')).toEqual(['COMMS_WEBHOOK_SECRET: expected whsec_ and 24 to 64 bytes in base64']);
});

test('a start needs nothing to be set', () => {
  expect(readStartEnvironment({}).ok).toBe(true);
});
