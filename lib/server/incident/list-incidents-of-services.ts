import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { database } from '../kernel/database';
import { listNumbered } from './list-incidents';

/** Incidents that the actor may see and that were declared from one of these services, newest first. */
export async function listIncidentsOfServices(
  actor: Actor,
  serviceIds: readonly string[],
  limit: number,
): Promise<IncidentSummary[]> {
  if (serviceIds.length === 0) return [];
  const rows = await database().$queryRaw<{ number: string }[]>(Prisma.sql`
    SELECT number FROM incident
    WHERE state->'incident'->'services' ?| ${[...serviceIds]}::text[] AND (visible_to IS NULL OR visible_to ? ${actor.id})
    ORDER BY declared_at DESC LIMIT ${limit}`);
  return listNumbered(rows.map(({ number }) => number));
}
