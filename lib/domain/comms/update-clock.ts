import { isOpenStatus } from '../incident/is-open-status';
import { lastUpdate, type SentChannel } from './comms';
import type { CommsRecord } from './record';
import { lastTold, textsToPost, toldAt } from './told-update';

/** By when the next update is due (ISO UTC), and how that stands. `soon`: within three minutes. */
export interface UpdateClock {
  dueAt: string;
  state: 'running' | 'soon' | 'overdue';
  /** True while nobody was told anything yet. */
  isFirst: boolean;
  /** Rule M15: true while the newest update has reached nobody, so that the promise it was written for still runs. */
  isWaiting: boolean;
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
  const state = stateOf(leftMs);
  const newest = lastUpdate(record.comms);
  const isWaiting = newest !== null && toldAt(newest) === null;
  return { dueAt, state, isSnoozed, isFirst: lastTold(record.comms) === null, isWaiting };
}

function stateOf(leftMs: number): UpdateClock['state'] {
  if (leftMs < 0) return 'overdue';
  return leftMs <= soonMs ? 'soon' : 'running';
}

/** The texts of the newest update that wait for somebody to post them. */
export interface PostClock {
  texts: SentChannel[];
  /** By when (ISO UTC): the promise that the update was written for; null where none ran. */
  dueAt: string | null;
  state: UpdateClock['state'];
}

/** Rule M14: what is still to be posted by hand, due by the promise that the update keeps; null when nothing is. */
export function postClock({ incident, comms }: CommsRecord, nowMs: number): PostClock | null {
  const texts = textsToPost(comms);
  if (texts.length === 0 || incident.mergedInto !== null || incident.status === 'closed') return null;
  const dueAt = lastUpdate(comms)?.promise?.dueAt ?? null;
  return { texts, dueAt, state: dueAt === null ? 'running' : stateOf(Date.parse(dueAt) - nowMs) };
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
  const newest = lastUpdate(comms);
  // Rule M15: what only waits for posting keeps no promise.
  if (newest?.promise && toldAt(newest) === null) return newest.promise.dueAt;
  const last = lastTold(comms);
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
