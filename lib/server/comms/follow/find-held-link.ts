import 'server-only';
import { now } from '../../kernel/clock';
import { joined } from '../../kernel/joined';
import { perProcess } from '../../kernel/per-process';
import { readPool } from '../../kernel/read-pool';
import { hashOfToken } from './link-token';

const longestReadMs = 3_000;

/** A token link that holds right now. */
export interface HeldLink {
  linkId: string;
  number: string;
  expiresAt: Date;
}

/**
 * Rule M6: the link behind a token; undefined for one that was never given, is over, was taken back, or leads to an
 * incident that is private by now. Asked anew each time, in the same way whatever becomes of it.
 */
export function findHeldLink(token: string): Promise<HeldLink | undefined> {
  const hash = Buffer.from(hashOfToken(token)).toString('hex');
  return perProcess('held-links', () => joined(readHeldLinks))(hash);
}

async function readHeldLinks(hashes: readonly string[]): Promise<Map<string, HeldLink>> {
  const values = [hashes.map((hash) => Buffer.from(hash, 'hex')), now()];
  const question = { name: 'held-links', text: byHash, values, query_timeout: longestReadMs };
  const { rows } = await readPool().query<HeldLink & { hash: string }>(question);
  return new Map(rows.map(({ hash, ...link }) => [hash, link]));
}

const holding = `
  FROM follow_link l JOIN incident i ON i.number = l.incident_number
  WHERE l.revoked_at IS NULL AND l.expires_at > $2 AND i.visible_to IS NULL`;
const byHash = `
  SELECT encode(l.token_hash, 'hex') AS hash, l.id AS "linkId", l.incident_number AS number, l.expires_at AS "expiresAt"
  ${holding} AND l.token_hash = ANY($1::bytea[])`;
const byId = `SELECT l.id ${holding} AND l.id = ANY($1::uuid[])`;

/** Which of these links still hold. */
export async function stillHeld(linkIds: readonly string[]): Promise<Set<string>> {
  const question = { name: 'links-held', text: byId, values: [linkIds, now()], query_timeout: longestReadMs };
  const { rows } = await readPool().query<{ id: string }>(question);
  return new Set(rows.map(({ id }) => id));
}
