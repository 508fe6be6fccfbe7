import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { EvidenceView } from '@/lib/domain/evidence/reading';
import { getState } from '../incident/get-record';
import { database } from '../kernel/database';
import { getCustody } from './get-custody';

/** Rule E8: one file as its page shows it; null when there is none for this actor. */
export async function getEvidence(actor: Actor, number: string, id: string): Promise<EvidenceView | null> {
  if (!isAllowed(actor.role, 'evidence.read')) return null;
  const found = await getState(actor, number);
  const item = found?.state.evidence.items.find(({ evidenceId }) => evidenceId === id);
  if (!found || !item) return null;
  const [row, custody] = await Promise.all([
    database().evidenceObject.findUnique({ where: { id }, select: { place: true } }),
    getCustody(number, id),
  ]);
  return { number, item, custody, place: (row?.place ?? null) as EvidenceView['place'] };
}
