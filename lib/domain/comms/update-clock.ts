import { isOpenStatus } from '../incident/is-open-status';
import { lastUpdate } from './comms';
import type { CommsRecord } from './record';

/** By when the next update is due (ISO UTC), and how that stands. `soon`: within three minutes. */
export interface UpdateClock {
  dueAt: string;
  state: 'running' | 'soon' | 'overdue';
  /** True while nothing was said yet. */
  isFirst: boolean;
  /** True when somebody put it off. */
  isSnoozed: boolean;
}

const soonMs = 3 * 60_000;

/**
 * Rule M8: the promise that runs now; the same for everybody, after a change of severity and after a reload. Null when
 * none does: nobody is told of this severity, the incident is private or merged, or the last word was said.
 */
export function updateClock(record: CommsRecord, nowMs: number): UpdateClock | null {
  const dueAt = updateDueAt(record);
  if (dueAt === null) return null;
  const isSnoozed = record.comms.snoozed?.until === dueAt;
  const leftMs = Date.parse(dueAt) - nowMs;
  const state = leftMs < 0 ? 'overdue' : leftMs <= soonMs ? 'soon' : 'running';
  return { dueAt, state, isSnoozed, isFirst: lastUpdate(record.comms) === null };
}

/** By when the next update is due (ISO UTC), put off or not; null when none is. */
export function updateDueAt(record: CommsRecord): string | null {
  const promised = promisedAt(record);
  const { snoozed } = record.comms;
  return promised !== null && snoozed !== null && snoozed.until > promised ? snoozed.until : promised;
}

function promisedAt({ incident, comms }: CommsRecord): string | null {
  const policy = incident.updatePromises[incident.severity] ?? null;
  const isSilent = incident.visibleTo !== null || incident.mergedInto !== null || incident.status === 'closed';
  if (policy === null || isSilent) return null;
  const first = (from: string) => minutesAfter(from, policy.firstMinutes);
  const last = lastUpdate(comms);
  if (last === null) return isOpenStatus(incident.status) ? first(incident.declaredAt) : null;
  if (incident.status === 'resolved') return last.phase === 'resolved' ? null : first(incident.statusSince);
  if (last.phase === 'resolved') return first(incident.statusSince);
  return last.nextUpdateAt;
}

/** Null for what is no time: a record from elsewhere is folded before anybody knows whether it is sound. */
function minutesAfter(iso: string, minutes: number): string | null {
  const ms = Date.parse(iso) + minutes * 60_000;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
