import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { killConnections } from '@/lib/testing/node-environment';
import { isDatabaseTrouble } from './database-trouble';
import { readEvents } from './event-store';
import { execute, type WriteDoor } from './execute';
import { parseCommand } from './parse-command';
import { connectWrites } from './write-pool';
import { insertRow, updateRow } from './write-row';
import { inTransaction } from './write-transaction';

let door: TestDoor;
let pool: Pool;
beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  door = await aWriteDoor();
  pool = connectWrites(door.url, 2);
  await pool.query(
    'CREATE TABLE thing (id uuid PRIMARY KEY, a_text text, some_list text[], at timestamptz(3), json jsonb)',
  );
});
afterAll(async () => {
  await pool.end();
  await door.close();
});

const commander = anActor('commander');
const insert = (id: string) => insertRow('thing', { id, aText: 'x' });
const count = async (id: string) => (await pool.query('SELECT 1 FROM thing WHERE id = $1', [id])).rows.length;

async function declare(): Promise<string> {
  const outcome = outcomeOf(await door.send(commander, 'incident.declare', { title: 'Uploads fail' }));
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

function note(through: WriteDoor, number: string, commandId = uuidv7()) {
  const reading = parseCommand({ commandId, type: 'timeline.add_note', input: { number, text: 'x' } });
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  return execute(through, commander, reading.command);
}

describe('[K1] a write transaction', () => {
  it('whose statement fails keeps nothing, although its commit was sent in the same breath', async () => {
    const id = uuidv7();
    const writing = inTransaction(pool, (tx) => Promise.all([tx.query(insert(id)), tx.query(insert(id)), tx.commit()]));
    await expect(writing).rejects.toThrow(/duplicate key/);
    expect(await count(id)).toBe(0);
  });

  it('says so when its commit was answered with a rollback', async () => {
    const id = uuidv7();
    const writing = inTransaction(pool, async (tx) => {
      await Promise.allSettled([tx.query(insert(id)), tx.query(insert(id))]);
      await tx.commit();
    });
    await expect(writing).rejects.toThrow(/ROLLBACK/);
  });

  it('that nobody committed is undone, and its connection serves the next', async () => {
    const id = uuidv7();
    for (let time = 0; time < 5; time += 1) await inTransaction(pool, (tx) => tx.query(insert(id)));
    expect(await count(id)).toBe(0);
    expect(pool.totalCount).toBeLessThanOrEqual(2);
  });

  it.each([1, 2])(
    '[F2] whose backend is killed at point %i is a database in trouble; the same command then goes through once',
    async (kill) => {
      const number = await declare();
      const commandId = uuidv7();
      const points = ['claimed', 'before_commit'];
      let dying: Promise<void> = Promise.resolve();
      const killed: WriteDoor = {
        ...door,
        writes: connectWrites(door.url, 1),
        at: (point) => {
          if (point === points[kill - 1]) dying = killConnections(door.url, 'incident-console');
        },
      };
      // Whether the kill or the commit is first, the answer is true: an error, or what was stored.
      const first = await note(killed, number, commandId).catch((error: unknown) => error);
      await dying;
      if (first instanceof Error) expect(isDatabaseTrouble(first)).toBe(true);
      await killed.writes.end();
      const input = { number, text: 'x' };
      expect(outcomeOf(await door.send(commander, 'timeline.add_note', input, { commandId })).outcome).toBe('applied');
      expect(await readEvents(door.database, number, 2)).toHaveLength(1);
    },
  );
});

describe('[P7] a row that another node holds', () => {
  it('keeps one connection waiting, however many commands come for it, and other incidents go on', async () => {
    const [held, free] = [await declare(), await declare()];
    const small: WriteDoor = { ...door, writes: pool };
    const holder = await door.writes.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM incident WHERE number = $1 FOR UPDATE', [held]);
    const waiting = Array.from({ length: 10 }, () => note(small, held));
    const meanwhile = await note(small, free);
    expect(outcomeOf(meanwhile).outcome).toBe('applied');
    expect(pool.waitingCount).toBe(0);
    await holder.query('COMMIT');
    holder.release();
    const outcomes = (await Promise.all(waiting)).map(outcomeOf);
    expect(outcomes.every(({ outcome }) => outcome === 'applied')).toBe(true);
  });

  it('is refused as a database in trouble when no connection comes free in time', async () => {
    const one = connectWrites(door.url, 1);
    const busy = await one.connect();
    const refused = await note({ ...door, writes: one }, await declare()).catch((error: unknown) => error);
    expect(isDatabaseTrouble(refused)).toBe(true);
    busy.release();
    await one.end();
  });
});

describe('[K4] a row with whatever columns', () => {
  it('is written as its properties say, with the types that the table has', async () => {
    const id = uuidv7();
    const row = {
      id,
      aText: "it's ünï",
      someList: ['a', 'b"'],
      at: '2026-11-22T03:00:00.123Z',
      json: { deep: [null, 1] },
    };
    await pool.query(insertRow('thing', row));
    const next = { ...row, aText: null, someList: [] };
    await pool.query(updateRow('thing', next));
    const { rows } = await pool.query('SELECT * FROM thing WHERE id = $1', [id]);
    expect(rows).toEqual([{ id, a_text: null, some_list: [], at: new Date(row.at), json: row.json }]);
  });

  it('takes no name that is more than a name', () => {
    expect(() => insertRow('thing', { id: 'x', 'a); DROP TABLE event; --': 1 })).toThrow(/cannot be a column/);
  });
});
