import 'server-only';
import type { EvidenceObject } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { isUnmaskedFor, unmaskedUntil } from '@/lib/domain/evidence/evidence';
import { getState } from '../../incident/get-record';
import { now } from '../../kernel/clock';
import { findEvidence } from '../find-evidence';

export interface OpenedEvidence {
  row: EvidenceObject;
  /** Until when this person sees it without masks (ISO UTC); null when masked. */
  unmaskedUntil: string | null;
}

/** A file in the eyes of one person; null when there is none for them. */
export async function openEvidence(actor: Actor, id: string): Promise<OpenedEvidence | null> {
  const row = await findEvidence(actor, id);
  const found = row && (await getState(actor, row.incidentNumber));
  if (!row || !found) return null;
  const { evidence } = found.state;
  const isOpen = isUnmaskedFor(evidence, id, actor.id, now().toISOString());
  return { row, unmaskedUntil: isOpen ? unmaskedUntil(evidence, id, actor.id) : null };
}
