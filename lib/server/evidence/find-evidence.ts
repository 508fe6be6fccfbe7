import 'server-only';
import type { EvidenceObject } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { canSee } from '../incident/get-record';
import { database } from '../kernel/database';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Rule E8: a saved file by its id; null when there is none, or none for this actor. */
export async function findEvidence(actor: Actor, id: string): Promise<EvidenceObject | null> {
  if (!uuid.test(id) || !isAllowed(actor.role, 'evidence.read')) return null;
  const row = await database().evidenceObject.findUnique({ where: { id } });
  if (!row?.capturedAt) return null;
  return (await canSee(actor, row.incidentNumber)) ? row : null;
}
