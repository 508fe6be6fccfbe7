import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import { aDeliveryQueue, type TestQueue } from '@/lib/testing/a-delivery-queue';
import { anActor } from '@/lib/testing/an-actor';
import type { Outgoing, Receiver, Sending } from '../../integrations/receiver';
import { claimDelivery } from './claim-delivery';
import { deliveryPool } from './delivery-pool';
import { DeliveryQueue } from './delivery-queue';
import { describeQueueTrouble } from './describe-queue-trouble';
import { recoverDeliveries } from './recover-deliveries';
import { tellUntold } from './tell-settled';
import { workDelivery } from './work-delivery';

let queue: TestQueue;
const got: Outgoing[] = [];
let answers: Sending[] = [];

/** Keeps what it gets, and answers as told. */
const receiver = (repeats: boolean): Receiver => ({
  send: async (outgoing) => {
    got.push(outgoing);
    return answers.shift() ?? { outcome: 'sent' };
  },
  mayRepeat: async () => repeats,
});

beforeAll(async () => {
  const once = receiver(false);
  queue = await aDeliveryQueue({ slack: once, mail: once, webhook: receiver(true), follow: receiver(true) });
});
afterAll(async () => {
  await deliveryPool().end();
  await queue.close();
});

const gotOf = (number: string) =>
  got.filter(({ payload }) => payload.number === number).map(({ payload }) => payload.body);

describe('[M4] the order of updates', () => {
  it('is kept for an incident and a place, and one that fails holds up no other incident', async () => {
    const [one, other] = [await queue.incident(), await queue.incident()];
    answers = [{ outcome: 'again', problem: 'down' }];
    const first = await queue.add('webhook', { number: one, body: 'first' });
    await queue.work('webhook');
    await queue.add('webhook', { number: one, body: 'second' });
    await queue.add('webhook', { number: other, body: 'elsewhere' });
    await queue.work('webhook');
    expect([gotOf(one), gotOf(other)]).toEqual([['first'], ['elsewhere']]);
    queue.later(2_000);
    await queue.work('webhook');
    expect(gotOf(one)).toEqual(['first', 'first', 'second']);
    expect(await queue.find(first)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('lets a newer update replace one that still fails, where the newest says all', async () => {
    const number = await queue.incident();
    answers = [{ outcome: 'again', problem: 'down' }];
    const first = await queue.add('slack', { number, body: 'first' });
    await queue.work('slack');
    await queue.add('slack', { number, body: 'second' });
    await queue.work('slack');
    queue.later(3_600_000);
    await queue.work('slack');
    expect(gotOf(number)).toEqual(['first', 'second']);
    expect(await queue.find(first)).toMatchObject({ state: 'given_up', problem: 'replaced by a newer update' });
    expect(queue.told.filter(({ key }) => key[0] === first).map(({ outcome }) => outcome)).toEqual([
      'failing',
      'given_up',
    ]);
  });
});

describe('[M4] each update once', () => {
  it('leaves once when many workers look at once, on two nodes', async () => {
    const number = await queue.incident();
    await queue.add('webhook', { number, body: 'one' });
    await queue.add('webhook', { number, body: 'two' });
    const nodes = Array.from({ length: 8 }, (_, index) => ({ ...queue.parts, node: `node-${index % 2}/1` }));
    await Promise.all(nodes.map((parts) => workDelivery(parts, 'webhook')));
    await queue.work('webhook');
    expect(gotOf(number)).toEqual(['one', 'two']);
  });

  it('leaves not before its time', async () => {
    const number = await queue.incident();
    const id = await queue.add('webhook', { number });
    await queue.pool.query("UPDATE delivery SET not_before = not_before + interval '10 s' WHERE id = $1", [id]);
    queue.later(9_999);
    await queue.work('webhook');
    expect(gotOf(number)).toEqual([]);
    queue.later(1);
    await queue.work('webhook');
    expect(gotOf(number)).toHaveLength(1);
  });

  it('gives up after 24 hours, in words', async () => {
    const number = await queue.incident();
    const id = await queue.add('webhook', { number });
    queue.later(25 * 3_600_000);
    answers = [{ outcome: 'again', problem: 'no answer within 10 s' }];
    await queue.work('webhook');
    expect(await queue.find(id)).toMatchObject({ state: 'given_up', problem: 'for 24 hours: no answer within 10 s' });
  });

  it('says nothing of a private incident, even when it became private while an update waited', async () => {
    const number = await queue.incident();
    const id = await queue.add('slack', { number });
    await queue.pool.query("UPDATE incident SET visible_to = '[]' WHERE number = $1", [number]);
    await queue.work('slack');
    expect(gotOf(number)).toEqual([]);
    expect(await queue.find(id)).toMatchObject({ state: 'given_up', problem: 'the incident is private' });
  });
});

/** Leaves a delivery as a node leaves it that dies while it sends. */
async function abandon(destination: Destination, node: string): Promise<string> {
  const id = await queue.add(destination, { number: await queue.incident() });
  await claimDelivery(queue.pool, destination, node, queue.parts.now());
  return id;
}

describe('[M4] a node that died while it sent', () => {
  it('is noticed at once when it is this one, before it was restarted', async () => {
    const mail = await abandon('mail', 'node-a/0');
    const hook = await abandon('webhook', 'node-a/0');
    await recoverDeliveries(queue.parts);
    expect(await queue.find(mail)).toMatchObject({ state: 'uncertain' });
    expect(queue.told.at(-2)).toMatchObject({ outcome: 'uncertain', key: [mail, '1'] });
    expect(await queue.find(hook)).toMatchObject({ state: 'queued', waitMs: 0 });
    await queue.work('webhook');
    expect(await queue.find(hook)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('is noticed after 90 s when it is another one; before, it may still be at it', async () => {
    const id = await abandon('mail', 'node-b/1');
    queue.later(89_000);
    await recoverDeliveries(queue.parts);
    expect(await queue.find(id)).toMatchObject({ state: 'sending' });
    queue.later(2_000);
    await recoverDeliveries(queue.parts);
    expect(await queue.find(id)).toMatchObject({ state: 'uncertain' });
  });

  it('that comes back too late says nothing any more', async () => {
    const number = await queue.incident();
    const id = await queue.add('slack', { number });
    const slow: Receiver = {
      send: async () => {
        queue.later(100_000);
        await recoverDeliveries({ ...queue.parts, node: 'node-b/1' });
        return { outcome: 'sent' };
      },
      mayRepeat: async () => false,
    };
    await queue.work('slack', { ...queue.parts, receiverOf: () => slow });
    expect(await queue.find(id)).toMatchObject({ state: 'uncertain' });
    expect(queue.told.filter(({ key }) => key[0] === id).map(({ outcome }) => outcome)).toEqual(['uncertain']);
  });
});

describe('[M4] the record', () => {
  it('is told later what it could not be told at once, and an update on the follow page is published then', async () => {
    const number = await queue.incident();
    const publish = vi.fn(async () => {});
    const tell = vi.fn(async () => Promise.reject(new Error('no database')));
    const since = queue.parts.now();
    const id = await queue.add('follow', { number });
    await queue.work('follow', { ...queue.parts, publish, tell });
    expect(await queue.find(id)).toMatchObject({ state: 'sent' });
    await tellUntold({ ...queue.parts, publish }, since);
    expect(publish).toHaveBeenCalledTimes(2);
    expect(queue.told.at(-1)).toMatchObject({ key: [id, '1'], outcome: 'sent', destination: 'follow', number });
  });
});

describe('[M4] own health', () => {
  it('says so when updates that are due are not worked on, and not when they wait for their next try', async () => {
    const number = await queue.incident();
    const id = await queue.add('webhook', { number });
    const since = new Date(Date.now() - 180_000);
    await queue.pool.query('UPDATE delivery SET not_before = $2 WHERE id = $1', [id, since]);
    expect(await describeQueueTrouble()).toBe('an update waits to leave, for 3 min');
    await queue.work('webhook');
    expect(await describeQueueTrouble()).toBeNull();
  });
});

describe('[M5] a receiver that does not answer', () => {
  it('holds up no other place', async () => {
    const number = await queue.incident();
    let release = () => {};
    const stuck: Receiver = {
      send: () => new Promise((resolve) => (release = () => resolve({ outcome: 'sent' }))),
      mayRepeat: async () => false,
    };
    const receiverOf = (destination: Destination) => (destination === 'slack' ? stuck : receiver(true));
    const running = new DeliveryQueue({ ...queue.parts, receiverOf });
    await queue.add('slack', { number });
    const id = await queue.add('webhook', { number, body: 'goes on' });
    await running.look();
    await vi.waitFor(() => queue.find(id).then(({ state }) => expect(state).toBe('sent')));
    const note = await queue.door.send(anActor('commander'), 'timeline.add_note', {
      number,
      text: 'and so does the record',
    });
    expect(note).toMatchObject({ outcome: { outcome: 'applied' } });
    release();
    await running.idle();
  });
});
