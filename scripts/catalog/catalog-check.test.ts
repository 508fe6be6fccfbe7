import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let broken = '';

beforeAll(() => {
  broken = mkdtempSync(path.join(os.tmpdir(), 'catalog-check-'));
  cpSync(path.join(root, 'catalog'), broken, { recursive: true });
  writeFileSync(path.join(broken, 'platform.yaml'), '# ours\nname:\n');
  writeFileSync(path.join(broken, 'extra.yaml'), 'x: 1\n');
});
afterAll(() => rmSync(broken, { recursive: true, force: true }));

function check(...words: string[]) {
  const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/catalog-check.ts', ...words];
  const { CATALOG_DIR: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: root, env, encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

describe('npm run catalog:check', { timeout: 30_000 }, () => {
  it('counts what a sound catalogue holds, and ends with 0', () => {
    const { status, lines } = check();
    expect(status).toBe(0);
    expect(lines[0]).toMatch(
      /^Veza: 2 targets, 12 services, 8 functions, 3 severities, 10 failure classes, 1 checklist, /,
    );
    expect(lines[0]).toMatch(
      /5 evidence commands, 8 bookmarks, 7 channels in 2 languages, 16 runbooks with \d+ steps, \d+ of them gated$/,
    );
    expect(lines[1]).toMatch(/^version [0-9a-f]{64}$/);
  });

  it('checks another folder, and names each mistake on a line, and ends with 1', () => {
    expect(check('--folder', 'e2e/fixtures/catalogues/shop')).toMatchObject({ status: 0 });
    const { status, lines } = check('--folder', broken);
    expect(status).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^extra\.yaml:1: expected one of platform\.yaml, .*unknown file$/),
      'platform.yaml:2: name: expected text',
    ]);
  });

  it('[D9] holds the catalogue against the alert rules that ship with it', () => {
    const { status, lines } = check('--rules', 'catalog/alert-rules.yaml');
    expect({ status, said: lines.at(-1) }).toEqual({ status: 0, said: 'no drift' });
  });

  it('ends with 2 when it was asked wrongly', () => {
    expect(check('--fodler', broken)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/--fodler[\s\S]*npm run/),
    });
  });
});
