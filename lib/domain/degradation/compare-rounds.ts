import type { ComponentStatus } from '../health/health';
import type { MatrixRow } from './matrix';

/** What the last rounds of polls told of one service. Times are ISO UTC. */
export interface SeenService {
  status: ComponentStatus;
  /** The last status that was not unknown; null when there never was one. */
  lastKnown: ComponentStatus | null;
  /** The last moment at which something was known; null while it is. */
  unknownFrom: string | null;
}

interface Named {
  serviceId: string;
  name: string;
}

/** A service that is now something else than what was last known of it. */
export interface ServiceChange extends Named {
  from: ComponentStatus;
  to: ComponentStatus;
  /** What users feel now, in one line; '' while all is well. */
  users: string;
  /** Names of the targets that say so. */
  instances: string[];
  /** What a target itself says of it. */
  message?: string | undefined;
}

/** What one round of polls tells that the rounds before did not. Each fact carries the moment it became known (ISO UTC). */
export type RoundFact =
  | { kind: 'changed'; at: string; change: ServiceChange }
  | { kind: 'sight_lost'; at: string; services: Named[]; lastAnswerAt: string | null; why: string }
  | { kind: 'sight_regained'; at: string; services: Named[]; unknownFrom: string };

interface Round {
  rows: readonly MatrixRow[];
  /** When the newest poll of this round ended, and when the round before was looked at. ISO UTC. */
  at: string;
  previousAt: string;
}

/**
 * Rule L6: what a round of polls adds to what was known. Not knowing is no change: a service changes only when its value
 * differs from the one last known, however long nothing was known in between. The first sight of a service is no change.
 */
export function compareRounds(
  seen: ReadonlyMap<string, SeenService>,
  { rows, at, previousAt }: Round,
): { seen: Map<string, SeenService>; facts: RoundFact[] } {
  const after = new Map(rows.map((row) => [row.serviceId, seeRow(seen.get(row.serviceId), row, previousAt)]));
  const before = (row: MatrixRow) => seen.get(row.serviceId);
  const lost = rows.filter((row) => row.status === 'unknown' && (before(row)?.status ?? 'unknown') !== 'unknown');
  const regained = rows.filter((row) => row.status !== 'unknown' && (before(row)?.unknownFrom ?? null) !== null);
  const changed = rows.flatMap((row) => {
    const from = changedFrom(before(row), row);
    return from === null ? [] : [changeOf(row, from, changedAt(row, before(row), { at, previousAt }))];
  });
  const unknownFrom = regained.flatMap((row) => before(row)?.unknownFrom ?? []).sort()[0];
  return {
    seen: after,
    facts: [
      ...(lost.length > 0 ? [lostSight(lost, at)] : []),
      ...(unknownFrom ? [{ kind: 'sight_regained' as const, at, services: regained.map(named), unknownFrom }] : []),
      ...changed,
    ],
  };
}

/** The services whose value differs between two moments between which nobody looked. */
export function differencesBetween(seen: ReadonlyMap<string, SeenService>, rows: readonly MatrixRow[]) {
  return rows.flatMap((row) => {
    const from = changedFrom(seen.get(row.serviceId), row);
    return from === null ? [] : [{ ...named(row), from, to: row.status }];
  });
}

/** What was last known of it when it is something else now; null when nothing changed, or nothing is known. */
function changedFrom(before: SeenService | undefined, { status }: MatrixRow): ComponentStatus | null {
  const from = before?.lastKnown ?? null;
  return status === 'unknown' || status === from ? null : from;
}

/** A first look at these rows, to compare later ones with. */
export function seeRows(rows: readonly MatrixRow[], at: string): Map<string, SeenService> {
  return new Map(rows.map((row) => [row.serviceId, seeRow(undefined, row, at)]));
}

function seeRow(known: SeenService | undefined, { status, since }: MatrixRow, previousAt: string): SeenService {
  if (status !== 'unknown') return { status, lastKnown: status, unknownFrom: null };
  const lastKnown = known?.lastKnown ?? null;
  if (lastKnown === null) return { status, lastKnown, unknownFrom: null };
  return { status, lastKnown, unknownFrom: known?.unknownFrom ?? since ?? previousAt };
}

function changeOf(row: MatrixRow, from: ComponentStatus, at: string): RoundFact {
  const speaking = row.instances.filter(({ status }) => status === row.status);
  const message = speaking.find((reading) => reading.message)?.message;
  const instances = [...new Set(speaking.map(({ targetName }) => targetName))];
  const change = { ...named(row), from, to: row.status, users: row.users, instances, ...(message && { message }) };
  return { kind: 'changed', at, change };
}

/** The reading that made the row change is the newest since the round before; after not knowing, it is the sight of it. */
function changedAt(row: MatrixRow, before: SeenService | undefined, { at, previousAt }: Omit<Round, 'rows'>): string {
  if (before?.status === 'unknown') return at;
  const times = row.instances.flatMap(({ since }) =>
    since !== null && since > previousAt && since <= at ? since : [],
  );
  return times.sort().at(-1) ?? at;
}

function lostSight(rows: readonly MatrixRow[], at: string): RoundFact {
  const lastAnswerAt = rows.flatMap(({ since }) => since ?? []).sort()[0] ?? null;
  const silent = rows.flatMap(({ instances }) => instances.filter(({ status }) => status === 'unknown'));
  const reasons = new Map(silent.map(({ targetName, message }) => [targetName, message]));
  const why = [...reasons].map(([name, reason]) => (reason ? `${name}: ${reason}` : `${name} is silent`)).join('; ');
  return { kind: 'sight_lost', at, services: rows.map(named), lastAnswerAt, why };
}

const named = ({ serviceId, name }: MatrixRow): Named => ({ serviceId, name });
