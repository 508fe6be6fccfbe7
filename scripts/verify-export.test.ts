import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainKey } from '../lib/testing/a-write-door';
import { aCapture, aFolder, copiesOf, exportMaterial, writeExportTo } from '../lib/testing/an-export';

const files = { 'app.log': 'one\n' };
const root = path.resolve(import.meta.dirname, '..');
// Where the system lets us: a process of its own that has no network at all.
const offline = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
  const material = exportMaterial([aCapture('app.log', files['app.log'])], {
    copies: copiesOf(files),
    withOriginals: true,
  });
  await writeExportTo(folder.at('made.zip'), material);
});
afterAll(() => folder.remove());

/** Runs the command in an environment that knows of no console. */
function run(
  words: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; said: string; failed: string }> {
  const node = [
    process.execPath,
    '--conditions=react-server',
    '--import',
    'tsx',
    path.join(root, 'scripts/verify-export.ts'),
  ];
  const [program = '', ...rest] = [...offline, ...node, ...words];
  const settings = { cwd: root, env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env } as const };
  return new Promise((resolve) => {
    execFile(program, rest, settings, (error, said, failed) =>
      resolve({ code: Number(error?.code ?? 0), said, failed }),
    );
  });
}

describe('[R7] npm run verify-export, without a network', () => {
  it('says 0 when everything fits, with the key from the environment or a file', async () => {
    const whole = await run([folder.at('made.zip')], { CHAIN_KEY: chainKey });
    expect(whole).toMatchObject({ code: 0, failed: '' });
    expect(whole.said).toContain('Everything fits');
    await writeFile(folder.at('key'), `${chainKey}\n`);
    await writeFile(folder.at('secrets.json'), JSON.stringify({ chainKey }));
    for (const name of ['key', 'secrets.json']) {
      const report = await run([folder.at('made.zip'), '--json', '--key-file', folder.at(name)]);
      expect(JSON.parse(report.said)).toMatchObject({
        isSound: true,
        unchecked: [],
        number: 'INC-2026-0001',
        events: 3,
      });
    }
  }, 30_000);

  it('says 0 without the key too, and what that leaves open', async () => {
    const { code, said } = await run([folder.at('made.zip')]);
    expect(code).toBe(0);
    expect(said).toContain('not checked: the chain and the seal');
  }, 30_000);

  it('says 1 and where when something was changed', async () => {
    const bytes = await readFile(folder.at('made.zip'));
    const at = bytes.indexOf('Tracks');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(folder.at('changed.zip'), bytes);
    const { code, said } = await run([folder.at('changed.zip')], { CHAIN_KEY: chainKey });
    expect(code).toBe(1);
    expect(said).toContain('events.jsonl line 1: event 1 does not fit');
  }, 30_000);

  it.each([[[]], [['/nowhere/at-all.zip']], [['a.zip', 'b.zip']], [['a.zip', '--colour']]])(
    'says 2 for %j',
    async (words) => {
      const { code, failed } = await run(words);
      expect(code).toBe(2);
      expect(failed).toMatch(/npm run verify-export|no such file/);
    },
    30_000,
  );
});
