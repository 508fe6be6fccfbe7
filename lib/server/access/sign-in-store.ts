import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessRole } from '@/lib/domain/access/role';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { joined } from '../kernel/joined';
import { perProcess } from '../kernel/per-process';
import { readPool } from '../kernel/read-pool';

// Everybody waits for this one; a server that went silent must not hold them for minutes.
const longestReadMs = 3_000;

/** What the identity provider says of somebody who just signed in. Identity is (issuer, subject). */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
  name: string;
  role: AccessRole;
  /** Where reminders go; none where the provider gives no address. */
  email?: string | null;
  idToken: string | null;
}

/** Records the sign-in and the role it gave; answers the sign-in's id. */
export async function recordSignIn({ issuer, subject, name, role, ...more }: ProvenIdentity): Promise<string> {
  const { idToken, email = null } = more;
  const person = await database().person.upsert({
    where: { issuer_subject: { issuer, subject } },
    create: { id: uuidv7(), issuer, subject, name, role, email, createdAt: now() },
    update: { name, role, email },
  });
  const { id: personId, sessionVersion } = person;
  const signIn = await database().signIn.create({
    data: { id: uuidv7(), personId, sessionVersion, idToken, createdAt: now() },
  });
  return signIn.id;
}

interface ActorRow {
  sign_in_id: string;
  person_id: string;
  name: string;
  role: AccessRole;
}

const holding = `
  SELECT s.id AS sign_in_id, p.id AS person_id, p.name, p.role
  FROM sign_in s JOIN person p ON p.id = s.person_id
  WHERE s.id = ANY($1::uuid[]) AND s.ended_at IS NULL
    AND s.session_version = p.session_version AND p.disabled_at IS NULL`;

/** The people behind sign-ins that hold right now: not ended, not outdated, not disabled (rule A4). */
export async function actorsOf(signInIds: readonly string[]): Promise<Map<string, Actor>> {
  const question = { name: 'actors-of', text: holding, values: [signInIds], query_timeout: longestReadMs };
  const { rows } = await readPool().query<ActorRow>(question);
  return new Map(
    rows.map((row) => [row.sign_in_id, { kind: 'person', id: row.person_id, name: row.name, role: row.role }]),
  );
}

/** Who is behind one sign-in that holds right now; those who ask in the same moment are looked up together. */
export function actorOf(signInId: string): Promise<Actor | undefined> {
  return perProcess('actor-of', () => joined(actorsOf))(signInId);
}

/** Ends one sign-in for good; answers the id token that lets the provider end its session too. */
export async function endSignIn(signInId: string): Promise<string | null> {
  const rows = await database().$queryRaw<{ id_token: string | null }[]>`
    UPDATE sign_in s SET ended_at = ${now()}, id_token = NULL
    FROM (SELECT id, id_token FROM sign_in WHERE id = ${signInId}::uuid AND ended_at IS NULL FOR UPDATE) AS before
    WHERE s.id = before.id RETURNING before.id_token`;
  return rows[0]?.id_token ?? null;
}
