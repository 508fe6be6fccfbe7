import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessRole } from '@/lib/domain/access/role';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';

const lifetimeMs = 30 * 60_000;
const start = 'cap_';
const secretBytes = 32;

export interface CaptureToken {
  /** Shown once; only its hash is kept. */
  token: string;
  /** ISO UTC. */
  expiresAt: string;
}

/** Rule E8: a token that lets a shell add evidence to this incident, in this person's name, for half an hour. */
export async function makeCaptureToken(actor: Actor, number: string): Promise<CaptureToken> {
  const token = start + randomBytes(secretBytes).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  await database().captureToken.create({
    data: {
      ...{ id: uuidv7(), tokenHash: hashOf(token), incidentNumber: number, personId: actor.id },
      ...{ createdAt, expiresAt },
    },
  });
  return { token, expiresAt: expiresAt.toISOString() };
}

/** What a token that holds right now is good for. */
export interface TokenHolder {
  actor: Actor;
  number: string;
}

interface HolderRow {
  incident_number: string;
  person_id: string;
  name: string;
  role: AccessRole;
}

/** Who is behind a token, with the role of now (rule A4); null for one that was never given, is over or was taken back. */
export async function readCaptureToken(token: string): Promise<TokenHolder | null> {
  if (!token.startsWith(start) || token.length > 100) return null;
  const [row] = await database().$queryRaw<HolderRow[]>`
    SELECT t.incident_number, t.person_id, p.name, p.role
    FROM capture_token t JOIN person p ON p.id = t.person_id
    WHERE t.token_hash = ${hashOf(token)} AND t.revoked_at IS NULL AND t.expires_at > ${now()} AND p.disabled_at IS NULL`;
  if (!row) return null;
  return {
    actor: { kind: 'person', id: row.person_id, name: row.name, role: row.role },
    number: row.incident_number,
  };
}

/** Forgets tokens that were over before `before`. */
export async function forgetCaptureTokens(before: Date): Promise<void> {
  await database().captureToken.deleteMany({ where: { expiresAt: { lt: before } } });
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
