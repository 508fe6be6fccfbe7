import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWriteDoor, chainKey, outcomeOf, type TestDoor } from '../../lib/testing/a-write-door';
import { anActor } from '../../lib/testing/an-actor';
import { aCapture, aFolder, copiesOf, exportMaterial, writeExportTo } from '../../lib/testing/an-export';

const root = path.resolve(import.meta.dirname, '../..');
const files = { 'app.log': 'one\n' };

let door: TestDoor;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [door, folder] = await Promise.all([aWriteDoor(), aFolder()]);
  const material = exportMaterial([aCapture('app.log', files['app.log'])], {
    copies: copiesOf(files),
    withOriginals: true,
  });
  await writeExportTo(folder.at('made.zip'), material);
});
afterAll(async () => {
  await Promise.all([door.close(), folder.remove()]);
});

const settings = () => ({ DATABASE_URL: door.url, CHAIN_KEY: chainKey, DATA_DIR: folder.at('data') });

/** Runs a command with only what it needs in its environment. */
function run(name: string, words: string[] = [], env: Record<string, string> = settings()) {
  const node = ['--conditions=react-server', '--import', 'tsx', path.join(root, `scripts/${name}.ts`), ...words];
  const given = { cwd: root, env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env } as const };
  return new Promise<{ code: number; said: string; failed: string }>((resolve) => {
    execFile(process.execPath, node, given, (error, said, failed) =>
      resolve({ code: Number(error?.code ?? 0), said, failed }),
    );
  });
}

describe('[R8] [R9] the commands about records', () => {
  it('import, anchor and verify a record, each as often as one likes', async () => {
    expect(await run('import', [folder.at('made.zip')])).toMatchObject({
      ...{ code: 0, failed: '', said: 'INC-2026-0001 is here now: 3 events, 1 files.\n' },
    });
    expect((await run('import', [folder.at('made.zip')])).said).toContain('is here already');
    expect((await run('anchor')).said).toContain('The heads of 1 incidents');
    expect((await run('anchor')).said).toContain('is there already');
    const { code, said } = await run('verify', ['--json']);
    expect(JSON.parse(said)).toMatchObject({
      isSound: true,
      incidents: 1,
      events: 3,
      anchors: 1,
      files: 1,
      bytes: 4,
      findings: [],
    });
    expect(code).toBe(0);
  }, 60_000);

  it('say 1 and where when something was tampered with, 2 when they cannot do their work', async () => {
    await door.send(anActor('commander'), 'timeline.add_note', { number: 'INC-2026-0001', text: 'x' }).then(outcomeOf);
    await door.database.$transaction([
      door.database.$executeRaw`SET LOCAL session_replication_role = 'replica'`,
      door.database.$executeRaw`UPDATE event SET command_id = gen_random_uuid() WHERE seq = 2`,
    ]);
    const verified = await run('verify', ['--rows-only']);
    expect(verified).toMatchObject({ code: 1 });
    expect(verified.said).toContain('✗ INC-2026-0001, event 2: ');
    const bytes = await readFile(folder.at('made.zip'));
    await writeFile(folder.at('cut.zip'), bytes.subarray(0, -1));
    expect(await run('import', [folder.at('cut.zip')])).toMatchObject({
      code: 1,
      said: expect.stringContaining('Refused'),
    });
    await mkdir(folder.at('empty'));
    const { DATABASE_URL: _, ...noDatabase } = settings();
    expect(await run('verify', [], { ...noDatabase, DATA_DIR: folder.at('empty') })).toMatchObject({ code: 2 });
    const { CHAIN_KEY: __, ...noKey } = settings();
    const keyless = await run('verify', [], { ...noKey, DATA_DIR: folder.at('empty') });
    expect(keyless).toMatchObject({ code: 2, failed: expect.stringContaining('CHAIN_KEY') });
  }, 60_000);
});
