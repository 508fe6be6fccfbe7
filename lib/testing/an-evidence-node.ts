import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessRole } from '@/lib/domain/access/role';
import { sessionCookieName } from '@/lib/server/access/session-cookie-name';
import { actorOf, recordSignIn } from '@/lib/server/access/sign-in-store';
import { keepCatalogueVersion } from '@/lib/server/catalogue/catalogue-versions';
import { env } from '@/lib/server/env';
import { database } from '@/lib/server/kernel/database';
import { writePool } from '@/lib/server/kernel/write-pool';
import { aWriteDoor, outcomeOf, type TestDoor } from './a-write-door';
import { listenForFiles } from './listen-for-files';
import { setNodeEnvironment } from './node-environment';

/** Somebody who is signed in. */
export interface TestPerson {
  actor: Actor;
  signInId: string;
  /** Headers of a page of ours. */
  headers: Record<'cookie' | 'origin', string>;
}

/** A console node that takes files in, with a data folder and a database of its own. One for each test file. */
export interface EvidenceNode {
  url: string;
  dataDir: string;
  door: TestDoor;
  person(role: AccessRole, name?: string): Promise<TestPerson>;
  /** Declares an incident; answers its number. */
  incident(by: TestPerson): Promise<string>;
  /** The files in its spool, without the name of the node. */
  spooled(): string[];
  close(): Promise<void>;
}

export async function anEvidenceNode(over: Readonly<Record<string, string>> = {}): Promise<EvidenceNode> {
  const door = await aWriteDoor();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'evidence-node-'));
  setNodeEnvironment(door.url, { DATA_DIR: dataDir, ...over });
  await keepCatalogueVersion(door.catalogue);
  const server = await listenForFiles(0);
  return {
    ...{ url: server.url, dataDir, door },
    person: signedIn,
    incident: async (by) => {
      const outcome = outcomeOf(await door.send(by.actor, 'incident.declare', { title: 'It broke' }));
      if (outcome.outcome !== 'applied') throw new Error('not declared');
      return outcome.number;
    },
    spooled: () => {
      const names = readdirSync(path.join(dataDir, 'evidence-spool'), { recursive: true }).map(String);
      return names.filter((name) => name !== 'node-name' && name !== 'pieces').sort();
    },
    close: async () => {
      server.close();
      await Promise.all([database().$disconnect(), writePool().end()]);
      await door.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function signedIn(role: AccessRole, name = `A ${role}`): Promise<TestPerson> {
  const identity = { issuer: 'https://issuer.test', subject: uuidv7(), name, idToken: null };
  const signInId = await recordSignIn({ ...identity, role });
  const token = await encode({ token: { sid: signInId }, secret: env().NEXTAUTH_SECRET });
  const actor = await actorOf(signInId);
  if (!actor) throw new Error('nobody signed in');
  const headers = { cookie: `${sessionCookieName()}=${token}`, origin: env().NEXTAUTH_URL };
  return { actor, signInId, headers };
}
