import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@/lib/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { cutOff, killConnections } from '@/lib/testing/node-environment';
import { listen } from './listen';

let fresh: FreshDatabase;
let sender: pg.Client;
beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  fresh = await freshDatabase();
  sender = await connected();
});
const stops: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));
afterAll(async () => {
  await sender.end();
  await fresh.drop();
});

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: fresh.url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

function hearing(channels: string[], url = fresh.url) {
  const heard: string[] = [];
  let connects = 0;
  const stop = listen(url, {
    channels,
    onNotify: (channel, payload) => heard.push(`${channel} ${payload}`),
    onConnect: () => {
      connects += 1;
    },
  });
  stops.push(stop);
  const connectedTimes = (times: number) => eventually(() => expect(connects).toBe(times));
  return { heard, connectedTimes, stop };
}

const tell = (channel: string, payload: string) => sender.query('SELECT pg_notify($1, $2)', [channel, payload]);
const listeners = async () => {
  const { rowCount } = await sender.query(
    "SELECT 1 FROM pg_stat_activity WHERE application_name = 'incident-console listener' AND datname = current_database()",
  );
  return rowCount;
};

describe('[K9] listening', () => {
  it('hears its channels in order, however they are named, and no others', async () => {
    const { heard, connectedTimes } = hearing(['health_changed', 'Od"d; name']);
    await connectedTimes(1);
    await tell('health_changed', 'one');
    await tell('another', 'two');
    await tell('Od"d; name', 'three');
    await tell('health_changed', '');
    await eventually(() => expect(heard).toEqual(['health_changed one', 'Od"d; name three', 'health_changed ']));
  });

  it('comes back each time its connection is killed, and says so, so that what was missed is read', async () => {
    const { heard, connectedTimes } = hearing(['c']);
    await connectedTimes(1);
    for (const time of [2, 3, 4]) {
      await killConnections(fresh.url, 'incident-console listener');
      await connectedTimes(time);
    }
    await tell('c', 'still there');
    await eventually(() => expect(heard).toEqual(['c still there']));
    expect(await listeners()).toBe(1);
  });

  it('comes back after the database was away', async () => {
    const { heard, connectedTimes } = hearing(['c']);
    await connectedTimes(1);
    const heal = await cutOff(fresh.url);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await heal();
    sender = await connected();
    await connectedTimes(2);
    await tell('c', 'again');
    await eventually(() => expect(heard).toEqual(['c again']));
  });

  it('leaves no connection behind when it ends, at whatever moment', async () => {
    await hearing(['c']).stop();
    const later = hearing(['c']);
    await later.connectedTimes(1);
    await later.stop();
    const retrying = hearing(['c'], 'postgresql://nobody@127.0.0.1:9/none');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await retrying.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await listeners()).toBe(0);
  });
});
