import 'server-only';
import { type Incident, Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentStatus } from '@/lib/domain/incident/incident';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { isOpenStatus, openStates } from '@/lib/domain/incident/is-open-status';
import { database } from '../kernel/database';

export interface IncidentPage {
  items: IncidentSummary[];
  /** Give it back as `cursor` for the next page; null at the end. */
  nextCursor: string | null;
}

const shown = {
  id: true,
  number: true,
  title: true,
  severity: true,
  status: true,
  commander: true,
  declaredAt: true,
  lastSeq: true,
};

/** Rule A7 for queries by Prisma: what this person may know of. */
function visibleTo({ id }: Actor): Prisma.IncidentWhereInput {
  return { OR: [{ visibleTo: { equals: Prisma.DbNull } }, { visibleTo: { array_contains: [id] } }] };
}

/** Incidents that the actor may see, newest first. `cursor` is the number of the last one of the page before. */
export async function listIncidents(
  actor: Actor,
  { open, limit, cursor }: { open?: boolean; limit: number; cursor?: string },
): Promise<IncidentPage> {
  const rows = await database().incident.findMany({
    where: { ...visibleTo(actor), ...(open ? { status: { in: [...openStates] } } : {}) },
    ...(cursor ? { cursor: { number: cursor }, skip: 1 } : {}),
    orderBy: [{ declaredAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: shown,
  });
  const items = rows.slice(0, limit).map(toSummary);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
}

/** An incident as lists show it, and who may know of it: ids of people, or null for everybody. */
export interface ListedIncident extends IncidentSummary {
  visibleTo: string[] | null;
}

/** One incident's line on the list; null when there is none. For telling followers, who are sorted out by rule A7. */
export async function findListed(number: string): Promise<ListedIncident | null> {
  const row = await database().incident.findUnique({ where: { number }, select: { ...shown, visibleTo: true } });
  return row && toListed(row);
}

/** All open incidents, and those with these numbers, whatever became of them; for telling followers. */
export async function listOpenAnd(numbers: readonly string[]): Promise<ListedIncident[]> {
  const rows = await database().incident.findMany({
    where: { OR: [{ status: { in: [...openStates] } }, { number: { in: [...numbers] } }] },
    select: { ...shown, visibleTo: true },
  });
  return rows.map(toListed);
}

function toListed(row: Parameters<typeof toSummary>[0] & Pick<Incident, 'visibleTo'>): ListedIncident {
  return { ...toSummary(row), visibleTo: row.visibleTo as string[] | null };
}

/** True for an incident that the list of open ones shows. */
export function isListed({ status }: IncidentSummary): boolean {
  return isOpenStatus(status);
}

/** One incident's row as lists show it. */
export function toSummary(row: Omit<Pick<Incident, keyof typeof shown>, 'id'>): IncidentSummary {
  return {
    number: row.number,
    title: row.title,
    severity: row.severity,
    status: row.status as IncidentStatus,
    commander: row.commander,
    declaredAt: row.declaredAt.toISOString(),
    lastSeq: row.lastSeq,
  };
}
