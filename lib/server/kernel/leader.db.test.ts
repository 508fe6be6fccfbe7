import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { cutOff } from '@/lib/testing/node-environment';
import { Leader } from './leader';

const lockId = 4_711;
const patience = { timeout: 8_000, interval: 20 };

let fresh: FreshDatabase;
let observer: pg.Client;
beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  fresh = await freshDatabase();
  observer = await observe();
});
afterEach(async () => {
  await Promise.all(nodes.splice(0).map(({ leader }) => leader.end()));
});
afterAll(async () => {
  await observer.end();
  await fresh.drop();
});

async function observe(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: fresh.url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

interface Node {
  leader: Leader;
  leads: boolean;
  changes: string[];
}
const nodes: Node[] = [];

function aNode(url = fresh.url): Node {
  const node: Omit<Node, 'leader'> = { leads: false, changes: [] };
  const leader = new Leader(url, {
    lockId,
    onLead: () => {
      made.leads = true;
      made.changes.push('lead');
    },
    onYield: () => {
      made.leads = false;
      made.changes.push('yield');
    },
  });
  const made: Node = Object.assign(node, { leader });
  nodes.push(made);
  return made;
}

const leading = () => nodes.filter(({ leads }) => leads);
const exactlyOneLeads = () => vi.waitFor(() => expect(leading()).toHaveLength(1), patience);

async function holders(): Promise<number[]> {
  const { rows } = await observer.query<{ pid: number }>(
    "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted",
    [lockId],
  );
  return rows.map(({ pid }) => pid);
}

/** Makes nodes that lead look every 20 ms rather than every 5 s; answers how often they have looked. */
function lookOften() {
  const real = globalThis.setTimeout;
  let looks = 0;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, waitMs?: number) => {
    if (waitMs !== 5_000) return real(act, waitMs);
    looks += 1;
    return real(act, 20);
  }) as typeof setTimeout);
  return () => looks;
}

describe('[H26] of two nodes', () => {
  it('exactly one leads; when its session is killed or it ends, the other does within 5 s, and again exactly one', async () => {
    const [first, second] = [aNode(), aNode()];
    await exactlyOneLeads();
    const [before] = leading();
    expect(await holders()).toHaveLength(1);

    const killedAt = performance.now();
    await observer.query('SELECT pg_terminate_backend($1)', [(await holders())[0]]);
    await vi.waitFor(async () => expect(await holders()).toHaveLength(1), patience);
    await exactlyOneLeads();
    expect(performance.now() - killedAt).toBeLessThan(4_000);

    const [leader] = leading();
    const [other] = [first, second].filter((node) => node !== leader);
    const endedAt = performance.now();
    await leader?.leader.end();
    expect(leader?.leads).toBe(false);
    await vi.waitFor(() => expect(other?.leads).toBe(true), patience);
    expect(performance.now() - endedAt).toBeLessThan(5_000);
    expect(await holders()).toHaveLength(1);
    expect(before?.changes[0]).toBe('lead');
  }, 20_000);

  it('each leads for itself while the database is away, and exactly one once it is back', async () => {
    aNode();
    aNode();
    await exactlyOneLeads();
    const heal = await cutOff(fresh.url);
    try {
      await vi.waitFor(() => expect(leading()).toHaveLength(2), patience);
    } finally {
      await heal();
    }
    observer = await observe();
    await exactlyOneLeads();
    expect(await holders()).toHaveLength(1);
  }, 20_000);
});

describe('[H26] a node', () => {
  it('that never reaches a database leads for itself', async () => {
    const node = aNode('postgresql://nobody@127.0.0.1:9/none');
    await vi.waitFor(() => expect(node.leads).toBe(true), patience);
  });

  it('that ends while it is still connecting holds nothing and never leads', async () => {
    const node = aNode();
    await node.leader.end();
    const session =
      "SELECT 1 FROM pg_stat_activity WHERE application_name = 'incident-console leader' AND datname = current_database()";
    await vi.waitFor(async () => expect((await observer.query(session)).rowCount).toBe(0), patience);
    expect(await holders()).toEqual([]);
    expect(node.changes).toEqual([]);
    const next = aNode();
    await vi.waitFor(() => expect(next.leads).toBe(true), patience);
  });

  it('asks for the lead again and again without taking the lock twice', async () => {
    const looks = lookOften();
    try {
      const node = aNode();
      await vi.waitFor(() => expect(looks()).toBeGreaterThan(6), patience);
      expect(node.changes).toEqual(['lead']);
    } finally {
      vi.restoreAllMocks();
    }
    expect(await holders()).toHaveLength(1);
    const { rows } = await observer.query<{ freed: boolean }>('SELECT pg_try_advisory_lock($1) AS freed', [lockId]);
    expect(rows[0]?.freed).toBe(false);
  });
});
