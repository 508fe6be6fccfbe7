import 'server-only';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import { joined } from '../../kernel/joined';
import { perProcess } from '../../kernel/per-process';
import { readPool } from '../../kernel/read-pool';

const longestReadMs = 3_000;

/** One update as it stands on the follow page. */
export interface Publication extends DeliveryPayload {
  /** ISO UTC. */
  publishedAt: string;
}

/** Rule M6: what was sent to the follow page of an incident, newest first; nothing else of it is ever shown there. */
export async function listPublications(number: string): Promise<Publication[]> {
  const question = { name: 'publications', text: published, values: [number], query_timeout: longestReadMs };
  const { rows } = await readPool().query<{ payload: DeliveryPayload; settled_at: Date }>(question);
  return rows.map(({ payload, settled_at }) => ({ ...payload, publishedAt: settled_at.toISOString() }));
}

// An update may be told by several channels of that way; people read it once.
const published = `
  SELECT payload, settled_at FROM (
    SELECT DISTINCT ON (update_id) payload, settled_at, created_at FROM delivery
    WHERE incident_number = $1 AND destination = 'follow' AND state = 'sent'
    ORDER BY update_id, settled_at) AS updates
  ORDER BY settled_at DESC, created_at DESC`;

/** Where the follow page of an incident stands. */
export interface FollowHead {
  number: string;
  declaredAt: Date;
  /** By when the next update is promised; null when none is. */
  updateDueAt: Date | null;
  /** Ids of the people who may know of it; null for everybody (rule A7). */
  visibleTo: readonly string[] | null;
  /** How many updates were published; they are never taken back, so a larger number is a newer page. */
  version: number;
  /** Since when users feel it, and since when they no longer do, as the record has it. */
  impactStartedAt: Date | null;
  endedAt: Date | null;
  /** Rule M17: true while it is over and the page has not been told. */
  isOverUntold: boolean;
}

/** What an open page compares with its own; whole for each update, and half a step on while it is over and untold. */
export function pageVersion({ version, isOverUntold }: Pick<FollowHead, 'version' | 'isOverUntold'>): number {
  return isOverUntold ? version + 0.5 : version;
}

/** The head of one incident's follow page; those who ask in the same moment are answered by one read. */
export function followHeadOf(number: string): Promise<FollowHead | undefined> {
  return perProcess('follow-heads', () => joined(readFollowHeads))(number);
}

/** The same of many, by number. */
export async function readFollowHeads(numbers: readonly string[]): Promise<Map<string, FollowHead>> {
  const question = { name: 'follow-heads', text: heads, values: [numbers], query_timeout: longestReadMs };
  const { rows } = await readPool().query<FollowHead>(question);
  return new Map(rows.map((row) => [row.number, row]));
}

const ofPage = `FROM delivery d WHERE d.incident_number = i.number AND d.destination = 'follow' AND d.state = 'sent'`;
const milestone = (name: string) => `(i.state->'incident'->'milestones'->>'${name}')::timestamptz`;
const heads = `
  SELECT i.number, i.declared_at AS "declaredAt", i.update_due_at AS "updateDueAt", i.visible_to AS "visibleTo",
    (SELECT count(DISTINCT update_id)::int ${ofPage}) AS version,
    ${milestone('impactStarted')} AS "impactStartedAt",
    coalesce(${milestone('mitigated')}, ${milestone('resolved')}) AS "endedAt",
    i.status IN ('resolved', 'closed') AND coalesce((SELECT d.payload->>'phase' <> 'resolved' ${ofPage}
      ORDER BY d.settled_at DESC, d.created_at DESC LIMIT 1), false) AS "isOverUntold"
  FROM incident i WHERE i.number = ANY($1)`;
