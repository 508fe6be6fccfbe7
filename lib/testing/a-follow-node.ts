import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/domain/access/actor';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import { sessionCookieName } from '@/lib/server/access/session-cookie-name';
import { actorOf, recordSignIn } from '@/lib/server/access/sign-in-store';
import { keepCatalogueVersion } from '@/lib/server/catalogue/catalogue-versions';
import { makeLink } from '@/lib/server/comms/follow/links/make-link';
import { publishUpdate } from '@/lib/server/comms/follow/publish-update';
import { serveFollow } from '@/lib/server/comms/follow/serve-follow';
import { env } from '@/lib/server/env';
import { database } from '@/lib/server/kernel/database';
import { readPool } from '@/lib/server/kernel/read-pool';
import { writePool } from '@/lib/server/kernel/write-pool';
import { aWriteDoor, outcomeOf, type TestDoor } from './a-write-door';
import { setNodeEnvironment } from './node-environment';

/** Somebody who is signed in. */
interface SignedInPerson {
  actor: Actor;
  cookie: string;
}

/** A console node that serves follow pages, with a database and a data folder of its own. One for each test file. */
export interface FollowNode {
  url: string;
  dataDir: string;
  door: TestDoor;
  person(role: 'viewer' | 'commander'): Promise<SignedInPerson>;
  /** Declares an incident; answers its number. */
  incident(by: SignedInPerson, title?: string): Promise<string>;
  /** Has an update published as the queue does it; answers it. */
  publish(number: string, over?: Partial<DeliveryPayload>): Promise<DeliveryPayload>;
  /** Makes a link; answers its path and id. */
  link(by: SignedInPerson, number: string, ttlHours?: number): Promise<{ path: string; linkId: string }>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export async function aFollowNode(over: Readonly<Record<string, string>> = {}): Promise<FollowNode> {
  const door = await aWriteDoor();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'follow-node-'));
  setNodeEnvironment(door.url, { DATA_DIR: dataDir, ...over });
  await keepCatalogueVersion(door.catalogue);
  const server = createServer((request, response) => void serveFollow(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, dataDir, door, person, publish },
    incident: async (by, title = 'It broke') => {
      const outcome = outcomeOf(await door.send(by.actor, 'incident.declare', { title }));
      if (outcome.outcome !== 'applied') throw new Error('not declared');
      return outcome.number;
    },
    link: async (by, number, ttlHours = 24) => {
      const result = await makeLink(by.actor, number, { label: 'Press office', ttlHours });
      if (!('made' in result)) throw new Error(result.refused.rejection.code);
      return { path: new URL(result.made.address).pathname, linkId: result.made.linkId };
    },
    get: (at, headers = {}) => fetch(url + at, { headers, redirect: 'manual' }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await Promise.all([database().$disconnect(), writePool().end()]);
      await door.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function person(role: 'viewer' | 'commander'): Promise<SignedInPerson> {
  const identity = { issuer: 'https://issuer.test', subject: uuidv7(), name: `A ${role}`, idToken: null };
  const signInId = await recordSignIn({ ...identity, role });
  const token = await encode({ token: { sid: signInId }, secret: env().NEXTAUTH_SECRET });
  const actor = await actorOf(signInId);
  if (!actor) throw new Error('nobody signed in');
  return { actor, cookie: `${sessionCookieName()}=${token}` };
}

/** What an update looks like when it is published. */
export function anUpdate(number: string, over: Partial<DeliveryPayload> = {}): DeliveryPayload {
  return {
    ...{ number, updateId: uuidv7(), phase: 'identified', language: 'en', severity: 'SEV-2' },
    ...{ headline: 'Uploads fail', subject: null, body: 'Uploads fail since 03:02 UTC. We are working on it.' },
    components: { upload: 'down', playback: 'ok' },
    ...{ nextUpdateAt: '2030-01-01T03:30:00.000Z', at: '2026-11-22T03:10:00.000Z' },
    ...over,
  };
}

async function publish(number: string, over: Partial<DeliveryPayload> = {}): Promise<DeliveryPayload> {
  const update = anUpdate(number, over);
  await insertDelivery(update, 'sent');
  const { copied } = await publishUpdate({ number, updateId: update.updateId });
  await copied;
  return update;
}

/** The row of an update's way to the follow page, in this state. */
export async function insertDelivery(update: DeliveryPayload, state: 'queued' | 'withdrawn' | 'sent'): Promise<void> {
  await readPool().query(
    `INSERT INTO delivery (id, incident_number, update_id, channel, destination, payload, state, not_before, settled_at, created_at)
     VALUES ($1, $2, $3, 'public-page', 'follow', $4, $5, now(), CASE WHEN $5 = 'queued' THEN NULL ELSE now() END, now())`,
    [uuidv7(), update.number, update.updateId, JSON.stringify(update), state],
  );
}
