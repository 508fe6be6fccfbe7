import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import type { IncidentFilter, PostmortemState } from '@/lib/domain/incident/incident-filter';
import { openStates } from '@/lib/domain/incident/is-open-status';
import type { Database } from '../kernel/database';
import { searchWords } from './search-words';

/** Rule A7 for SQL: what this person may know of. `i` is the incident. */
export function visibleToSql({ id }: Actor): Prisma.Sql {
  return Prisma.sql`(i.visible_to IS NULL OR i.visible_to ? ${id})`;
}

/** The whole condition: what the actor may know of and asked for. */
export async function incidentWhere(
  db: Database,
  actor: Actor,
  filter: IncidentFilter,
  now: Date,
): Promise<Prisma.Sql> {
  const { status, severity, failureClass, service, commander, q, from, before, postmortem } = filter;
  const all = [
    visibleToSql(actor),
    ...(status === 'open' ? [Prisma.sql`i.status IN (${Prisma.join([...openStates])})`] : []),
    ...(status && status !== 'open' ? [Prisma.sql`i.status = ${status}`] : []),
    ...(severity ? [Prisma.sql`i.severity = ${severity}`] : []),
    ...(failureClass === 'none' ? [Prisma.sql`i.failure_class IS NULL`] : []),
    ...(failureClass && failureClass !== 'none' ? [Prisma.sql`i.failure_class = ${failureClass}`] : []),
    ...(service ? [Prisma.sql`i.state->'incident'->'services' ? ${service}`] : []),
    ...(commander ? [Prisma.sql`(i.commander_id = ${commander} OR lower(i.commander) = lower(${commander}))`] : []),
    ...(from ? [Prisma.sql`i.declared_at >= ${from}::timestamptz`] : []),
    ...(before ? [Prisma.sql`i.declared_at < ${before}::timestamptz`] : []),
    ...(postmortem ? [postmortemSql(postmortem, now)] : []),
    ...(q ? await searchWords(db, q, readsInside(actor.role) ? 'inside' : 'public') : []),
  ];
  return Prisma.join(all, ' AND ');
}

function postmortemSql(state: PostmortemState, now: Date): Prisma.Sql {
  if (state === 'done') return Prisma.sql`i.postmortem_finished_at IS NOT NULL`;
  const owed = Prisma.sql`i.postmortem_due_at IS NOT NULL AND i.postmortem_finished_at IS NULL`;
  return state === 'owed' ? owed : Prisma.sql`${owed} AND i.postmortem_due_at < ${now}`;
}
