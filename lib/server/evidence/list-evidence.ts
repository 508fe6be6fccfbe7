import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { getRecord } from '../incident/get-record';
import { database } from '../kernel/database';

/** Where the bytes of a file are: on their way to the store, in it, or no longer what was saved. */
export type EvidencePlace = 'spool' | 'store' | 'lost' | 'damaged';

/** A saved file as lists show it. */
export interface ListedEvidence extends EvidenceItem {
  /** Null for a file that came with an import and without its bytes. */
  place: EvidencePlace | null;
}

/** What was saved of an incident, in the order it was saved; null when there is no such incident for this actor. */
export async function listEvidence(actor: Actor, number: string): Promise<ListedEvidence[] | null> {
  const record = await getRecord(actor, number);
  if (!record) return null;
  const rows = await database().evidenceObject.findMany({
    where: { incidentNumber: number },
    select: { id: true, place: true },
  });
  const places = new Map(rows.map(({ id, place }) => [id, place as EvidencePlace]));
  return record.state.evidence.items.map((item) => ({ ...item, place: places.get(item.evidenceId) ?? null }));
}
