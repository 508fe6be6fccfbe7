import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '../../lib/server/env';
import { settingNames } from './setting-names';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The rows of the configuration table: name and default. */
const rows = [...readme.matchAll(/^\| `([A-Z][A-Z0-9_]+)` \| (.*?) \|/gm)].map(([, name = '', shown = '']) => ({
  name,
  shown: shown.replaceAll('`', ''),
}));

test('the configuration table of README.md has every variable once, and no other', () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(settingNames(root).sort());
});

test('docs/development.md says of every package what it is for, and of no other', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    object
  >;
  const development = readFileSync(path.join(root, 'docs', 'development.md'), 'utf8');
  const table = development.slice(development.indexOf('## Dependencies')).match(/^\| `.*?(?= \|)/gm) ?? [];
  const named = table.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

test('the schema gives the defaults that the table shows', () => {
  const reading = readEnvironment({
    DATABASE_URL: 'postgresql://console@127.0.0.1/console',
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 's'.repeat(32),
    CHAIN_KEY: 'c'.repeat(32),
    OIDC_ISSUER: 'http://127.0.0.1:3001',
    OIDC_CLIENT_ID: 'incident-console',
    OIDC_CLIENT_SECRET: 'x',
  });
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  for (const [name, value] of Object.entries(reading.env)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const row = rows.find((one) => one.name === name);
    const isNeeded = ['DATABASE_URL', 'NEXTAUTH_URL', 'OIDC_ISSUER'].includes(name) || /SECRET|KEY|_ID$/.test(name);
    if (!isNeeded) expect(row, name).toMatchObject({ shown: String(value) });
  }
});
