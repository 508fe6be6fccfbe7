import 'server-only';
import { type Incident, Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentStatus } from '@/lib/domain/incident/incident';
import type { IncidentFilter } from '@/lib/domain/incident/incident-filter';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { isOpenStatus, openStates } from '@/lib/domain/incident/is-open-status';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { incidentWhere } from './incident-where';

export interface IncidentPage {
  items: IncidentSummary[];
  /** Give it back as `cursor` for the next page; null at the end. */
  nextCursor: string | null;
}

/** `services` is what stands in the folded state; lists need no more of that. */
type Row = Pick<
  Incident,
  | 'number'
  | 'title'
  | 'severity'
  | 'status'
  | 'commander'
  | 'declaredAt'
  | 'lastSeq'
  | 'resolvedAt'
  | 'failureClass'
  | 'mergedInto'
  | 'postmortemDueAt'
  | 'postmortemFinishedAt'
  | 'updateDueAt'
  | 'visibleTo'
> & { services: string[] };

const columns = Prisma.sql`
  i.number, i.title, i.severity, i.status, i.commander, i.declared_at AS "declaredAt", i.last_seq AS "lastSeq",
  i.resolved_at AS "resolvedAt", i.failure_class AS "failureClass", i.merged_into AS "mergedInto",
  i.postmortem_due_at AS "postmortemDueAt", i.postmortem_finished_at AS "postmortemFinishedAt",
  i.update_due_at AS "updateDueAt", i.visible_to AS "visibleTo", i.state->'incident'->'services' AS services`;

/** Incidents that the actor may see, newest first. `cursor` is the number of the last one of the page before. */
export async function listIncidents(
  actor: Actor,
  { filter = {}, limit, cursor }: { filter?: IncidentFilter; limit: number; cursor?: string },
): Promise<IncidentPage> {
  const where = await incidentWhere(database(), actor, filter, now());
  const after = cursor
    ? Prisma.sql`AND (i.declared_at, i.id) < (SELECT c.declared_at, c.id FROM incident c WHERE c.number = ${cursor})`
    : Prisma.empty;
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    SELECT ${columns}
    FROM incident i WHERE ${where} ${after} ORDER BY i.declared_at DESC, i.id DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(toSummary);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
}

const mostOpen = 100;

/** The open incidents that the actor may see, newest first; as many as a page holds live. */
export async function listOpen(actor: Actor): Promise<IncidentSummary[]> {
  return (await listIncidents(actor, { filter: { status: 'open' }, limit: mostOpen })).items;
}

/** An incident as lists show it, and who may know of it: ids of people, or null for everybody. */
export interface ListedIncident extends IncidentSummary {
  visibleTo: string[] | null;
}

/** One incident's line on the list; null when there is none. For telling followers, who are sorted out by rule A7. */
export async function findListed(number: string): Promise<ListedIncident | null> {
  const [row] = await database().$queryRaw<Row[]>(
    Prisma.sql`SELECT ${columns} FROM incident i WHERE i.number = ${number}`,
  );
  return row ? toListed(row) : null;
}

/** All open incidents, and those with these numbers, whatever became of them; for telling followers. */
export async function listOpenAnd(numbers: readonly string[]): Promise<ListedIncident[]> {
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    SELECT ${columns} FROM incident i
    WHERE i.status = ANY(${[...openStates]}::text[]) OR i.number = ANY(${[...numbers]}::text[])`);
  return rows.map(toListed);
}

function toListed(row: Row): ListedIncident {
  return { ...toSummary(row), visibleTo: row.visibleTo as string[] | null };
}

/** True for an incident that the list of open ones shows. */
export function isListed({ status }: IncidentSummary): boolean {
  return isOpenStatus(status);
}

/** These incidents, newest first. */
export async function listNumbered(numbers: readonly string[]): Promise<IncidentSummary[]> {
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    SELECT ${columns} FROM incident i WHERE i.number = ANY(${[...numbers]}::text[]) ORDER BY i.declared_at DESC`);
  return rows.map(toSummary);
}

/** One incident's row as lists show it. */
function toSummary(row: Row): IncidentSummary {
  return {
    ...{ number: row.number, title: row.title, severity: row.severity, status: row.status as IncidentStatus },
    ...{ commander: row.commander, declaredAt: row.declaredAt.toISOString(), lastSeq: row.lastSeq },
    ...{ failureClass: row.failureClass, mergedInto: row.mergedInto },
    ...{ services: row.services, isPrivate: row.visibleTo !== null },
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    postmortemDueAt: row.postmortemDueAt?.toISOString() ?? null,
    postmortemFinishedAt: row.postmortemFinishedAt?.toISOString() ?? null,
    updateDueAt: row.updateDueAt?.toISOString() ?? null,
  };
}
