import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openAdvisories } from './audit';
import { countLine, failed, passed, skipped, sum } from './check';
import { missingIn } from './documents';
import { isAllowed } from './licences';
import { foreignAddresses, loosePins } from './lock';
import { countPlaywright, countVitest, readCounts } from './reports';

const root = path.resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'reports-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the count line', () => {
  test('sums all checks, and names skipped ones only when there are any', () => {
    expect(countLine(sum([passed(), passed(), failed('x')]))).toBe('2 passed, 1 failed');
    expect(countLine(sum([passed(), skipped('no network')]))).toBe('1 passed, 0 failed, 1 skipped');
    expect(countLine(sum([]))).toBe('0 passed, 0 failed');
  });
});

describe('reports of runners', () => {
  const vitest = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };

  function reportFile(content: string): string {
    const file = path.join(scratch, `${Math.random()}.json`);
    writeFileSync(file, content);
    return file;
  }

  test('a test file that could not be loaded counts as one failure', () => {
    expect(countVitest(vitest)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test('an error outside of journeys counts as one failure', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  test.each([
    ['left no report', '/nowhere.json', 0],
    ['left half a report', reportFile('{"numPassed'), 0],
    [
      'ran nothing',
      reportFile(JSON.stringify({ ...vitest, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 })),
      0,
    ],
    [
      'was killed after all had passed',
      reportFile(JSON.stringify({ ...vitest, numFailedTests: 0, testResults: [] })),
      null,
    ],
    ['failed after all had passed', reportFile(JSON.stringify({ ...vitest, numFailedTests: 0, testResults: [] })), 1],
  ])('a runner that %s is a failure', (_, file, code) => {
    expect(readCounts(file, code, countVitest).failed).toBeGreaterThan(0);
  });

  test('a runner that is content passes on its counts', () => {
    const file = reportFile(JSON.stringify({ ...vitest, numFailedTests: 0, testResults: [] }));
    expect(readCounts(file, 0, countVitest)).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });
});

describe('documents', () => {
  const missing = (text: string) => missingIn(root, 'docs/operations.md', text, ['build']);

  test('a file, a folder, a pattern and a command that exist are fine', () => {
    const text =
      '`scripts/start.mjs` `lib/domain/` `e2e/fakes/*/main.ts` [rules](../lib/domain/RULES.md#access-a) `npm run build`';
    expect(missing(text)).toEqual([]);
  });

  test('what is gone is named', () => {
    const text = '`scripts/gone.mjs` `lib/gone/*` [x](gone.md) `npm run gone`';
    expect(missing(text)).toEqual(
      ['docs/gone.md', 'scripts/gone.mjs', 'lib/gone/*', 'npm run gone'].map(
        (what) => `docs/operations.md: ${what} does not exist`,
      ),
    );
  });

  test('media types, routes, addresses and files that commands make are not looked for', () => {
    expect(missing('`text/plain` `/api/v1/health` `.data/run.json` [x](https://example.org) [y](#up)')).toEqual([]);
  });
});

describe('versions', () => {
  test('ranges, tags and addresses are loose', () => {
    const dependencies = { a: '1.2.3', b: '^1.2.3', c: 'latest', d: '18.4.0-beta.17', e: 'file:../e' };
    expect(loosePins({ dependencies }).map((problem) => problem.split(' ')[1])).toEqual(['b', 'c', 'e']);
  });

  test('a mirror in the lock is named by its package only', () => {
    const problems = foreignAddresses([
      ['node_modules/a', { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' }],
      ['node_modules/b', {}],
      ['node_modules/c', { resolved: 'https://mirror.example/c.tgz' }],
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('node_modules/c');
    expect(problems[0]).not.toContain('mirror.example');
  });
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT and ISC', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', false],
  ['GPL-3.0-only', false],
  ['no licence', false],
])('the licence %s is allowed: %s', (licence, isFine) => {
  expect(isAllowed(licence)).toBe(isFine);
});

test('serious advisories count until somebody excuses them, and again after that', () => {
  const via = [
    { name: 'a', severity: 'high', title: 'bad', url: 'https://advisory/1' },
    { name: 'a', severity: 'low', title: 'meh', url: 'https://advisory/2' },
    'b',
  ];
  const report = { vulnerabilities: { a: { via } } };
  const excuse = [{ advisory: 'https://advisory/1', reason: 'not reached', until: '2027-01-01' }];
  expect(openAdvisories(report, [], new Date('2026-12-01'))).toEqual(['a: high: bad (https://advisory/1)']);
  expect(openAdvisories(report, excuse, new Date('2026-12-01'))).toEqual([]);
  expect(openAdvisories(report, excuse, new Date('2027-02-01'))).toHaveLength(1);
});
