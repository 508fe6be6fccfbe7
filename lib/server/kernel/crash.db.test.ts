import { spawn } from 'node:child_process';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWriteDoor, chainKey, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { readEvents } from './event-store';

let door: TestDoor;
beforeAll(async () => {
  door = await aWriteDoor();
});
afterAll(() => door.close());

const actor = anActor('commander');

/** Runs one command in a process of its own that is killed at `point`; answers the signal that ended it. */
function crash(body: object, point: string): Promise<NodeJS.Signals | null> {
  const script = path.resolve('lib/testing/crash-child.ts');
  const flags = ['--conditions=react-server', '--import', 'tsx', script];
  const child = spawn(process.execPath, [
    ...flags,
    door.url,
    chainKey,
    JSON.stringify(actor),
    JSON.stringify(body),
    point,
  ]);
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
}

describe('[K1] [K2] a command whose process is killed, sent again', () => {
  it.each(['claimed', 'before_commit', 'after_commit'])('at %s is recorded exactly once', async (point) => {
    const declared = outcomeOf(await door.send(actor, 'incident.declare', { title: 'x' }));
    if (declared.outcome !== 'applied') throw new Error('not declared');
    const { number } = declared;
    const commandId = uuidv7();
    const input = { number, text: `survives ${point}` };
    expect(await crash({ commandId, type: 'timeline.add_note', input }, point)).toBe('SIGKILL');
    const again = await door.send(actor, 'timeline.add_note', input, { commandId });
    expect(again).toMatchObject({ duplicate: point === 'after_commit', outcome: { outcome: 'applied' } });
    expect(await readEvents(door.database, number, 2)).toHaveLength(1);
  });

  it('leaves no gap in the numbers when a declaration dies before its commit', async () => {
    const before = await door.database.incident.count();
    await crash({ commandId: uuidv7(), type: 'incident.declare', input: { title: 'lost' } }, 'before_commit');
    const next = outcomeOf(await door.send(actor, 'incident.declare', { title: 'next' }));
    expect(next).toMatchObject({ number: `INC-${new Date().getUTCFullYear()}-${String(before + 1).padStart(4, '0')}` });
  });
});
