import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import type { QueueParts } from '@/lib/server/comms/deliveries/queue-parts';
import type { Told } from '@/lib/server/comms/deliveries/tell-record';
import { workDelivery } from '@/lib/server/comms/deliveries/work-delivery';
import type { Receiver } from '@/lib/server/integrations/receiver';
import { aWriteDoor, outcomeOf, type TestDoor } from './a-write-door';
import { anActor } from './an-actor';
import { setNodeEnvironment } from './node-environment';

interface StoredDelivery {
  id: string;
  state: string;
  attempts: number;
  problem: string | null;
  waitMs: number;
}

/** A queue on a database of its own, with a clock that stands still until it is moved. */
export interface TestQueue {
  door: TestDoor;
  pool: pg.Pool;
  parts: QueueParts;
  told: Told[];
  /** Declares an incident; answers its number. */
  incident(): Promise<string>;
  /** Queues an update that is due; answers the delivery's id. */
  add(destination: Destination, payload: Partial<DeliveryPayload> & { number: string }): Promise<string>;
  find(id: string): Promise<StoredDelivery>;
  later(ms: number): void;
  /** Works until nothing is due. */
  work(destination: Destination, parts?: QueueParts): Promise<void>;
  close(): Promise<void>;
}

export async function aDeliveryQueue(receivers: Partial<Record<Destination, Receiver>> = {}): Promise<TestQueue> {
  const door = await aWriteDoor();
  setNodeEnvironment(door.url);
  const pool = new pg.Pool({ connectionString: door.url, max: 4 });
  const told: Told[] = [];
  let at = Date.now();
  const now = () => new Date(at);
  const parts: QueueParts = {
    ...{ pool, node: 'node-a/1', now, chance: () => 1 },
    receiverOf: (destination) => receivers[destination] ?? null,
    mailSubscriber: async () => ({ outcome: 'sent' }),
    publish: async () => {},
    tell: async (one) => void told.push(one),
  };
  return {
    ...{ door, pool, parts, told },
    incident: async () => {
      const outcome = outcomeOf(await door.send(anActor('commander'), 'incident.declare', { title: 'It broke' }));
      if (outcome.outcome !== 'applied') throw new Error('not declared');
      return outcome.number;
    },
    add: (destination, payload) => {
      at += 1;
      return insertDelivery(pool, now(), destination, payload);
    },
    find: (id) => findDelivery(pool, now(), id),
    later: (ms) => {
      at += ms;
    },
    work: async (destination, by = parts) => {
      while (await workDelivery(by, destination)) {}
    },
    close: async () => {
      await pool.end();
      await door.close();
    },
  };
}

/** An update as the door queues it. */
function aPayload(over: Partial<DeliveryPayload> & { number: string }): DeliveryPayload {
  const base = { updateId: uuidv7(), phase: 'investigating', language: 'en', severity: 'SEV-2' } as const;
  const words = { headline: 'Uploads fail', subject: null, body: 'Uploads fail. Listening works.' };
  const rest = {
    components: { upload: 'down', login: 'ok' },
    nextUpdateAt: null,
    at: '2026-11-22T12:00:00.000Z',
  } as const;
  return { ...base, ...words, ...rest, ...over };
}

async function insertDelivery(
  pool: pg.Pool,
  now: Date,
  destination: Destination,
  over: Partial<DeliveryPayload> & { number: string },
): Promise<string> {
  const id = uuidv7();
  const payload = aPayload(over);
  await pool.query(
    `INSERT INTO delivery (id, incident_number, update_id, channel, destination, payload, state, not_before, created_at)
     VALUES ($1, $2, $3, 'incidents', $4, $5, 'queued', $6, $6)`,
    [id, payload.number, payload.updateId, destination, JSON.stringify(payload), now],
  );
  return id;
}

async function findDelivery(pool: pg.Pool, now: Date, id: string): Promise<StoredDelivery> {
  const { rows } = await pool.query('SELECT state, attempts, problem, not_before FROM delivery WHERE id = $1', [id]);
  const { not_before: notBefore, ...row } = rows[0];
  return { id, ...row, waitMs: notBefore.getTime() - now.getTime() };
}
