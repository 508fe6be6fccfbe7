import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { schemaHash, sourceHash } from './source-hash';

let root: string;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'sources-'));
  write('package-lock.json', '{}');
  write('app/page.tsx', 'one');
  write('lib/domain/a.ts', 'a');
  write('prisma/schema/a.prisma', 'model');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  'app/page.tsx',
  'app/(console)/new/page.tsx',
  'components/ui/button.tsx',
  'lib/server/env.ts',
  'public/icon.svg',
  'prisma/schema/b.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'tsconfig.json',
  'package-lock.json',
])('a change of %s makes the build stale', (file) => {
  const before = sourceHash(root);
  write(file, 'changed');
  expect(sourceHash(root)).not.toBe(before);
});

test.each(['app/page.test.tsx', 'lib/testing/clock.ts', 'README.md', 'scripts/start.mjs', '.data/x', 'catalog/a.yaml'])(
  'a change of %s does not',
  (file) => {
    const before = sourceHash(root);
    write(file, 'changed');
    expect(sourceHash(root)).toBe(before);
  },
);

test('a moved file makes it stale', () => {
  const before = sourceHash(root);
  renameSync(path.join(root, 'lib/domain/a.ts'), path.join(root, 'lib/domain/b.ts'));
  expect(sourceHash(root)).not.toBe(before);
});

test('the schema has a hash of its own', () => {
  const before = schemaHash(root);
  write('app/page.tsx', 'two');
  expect(schemaHash(root)).toBe(before);
  write('prisma/schema/a.prisma', 'model two');
  expect(schemaHash(root)).not.toBe(before);
});
