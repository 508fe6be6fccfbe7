import type { ComponentStatus } from '../health/health';
import { saidClock } from '../kernel/event-words';
import type { CommsRecord } from './record';
import { lastTold } from './told-update';
import { updateClock } from './update-clock';

/** What the live matrix says, as far as somebody who follows needs it. */
export interface KnownNow {
  sentence: string;
  rows: readonly { status: ComponentStatus }[];
  /** Since when the page hears nothing, ISO UTC; null while it does. */
  silentSince: string | null;
}

/** Rule N30: for who follows: what is known, how sure that is, and when they hear more. They are asked to do nothing. */
export function stakeholderLine(record: CommsRecord, known: KnownNow, nowMs: number): { say: string; why: string } {
  return { say: sayKnown(record, known), why: `${saySure(known)} ${sayNext(record, nowMs)}` };
}

function sayKnown({ incident }: CommsRecord, { sentence, silentSince }: KnownNow): string {
  if (silentSince !== null) return `This page has heard nothing since ${saidClock(silentSince)}.`;
  const { resolved } = incident.milestones;
  const isOver = incident.status === 'resolved' || incident.status === 'closed';
  return isOver && resolved ? `Resolved at ${saidClock(resolved)}. Now: ${sentence}` : sentence;
}

/** "11 of 12 services are known right now." */
export function saySure({ rows, sentence, silentSince }: KnownNow): string {
  if (silentSince !== null) return `As of then: ${sentence}`;
  const known = rows.filter(({ status }) => status !== 'unknown').length;
  return known === rows.length
    ? `All ${rows.length} services are known right now.`
    : `${known} of ${rows.length} services ${known === 1 ? 'is' : 'are'} known right now.`;
}

function sayNext(record: CommsRecord, nowMs: number): string {
  const last = lastTold(record.comms);
  const said = last === null ? 'Nothing has been said yet.' : `Last update ${saidClock(last.at)}.`;
  const clock = updateClock(record, nowMs);
  if (clock === null) return said;
  const due = saidClock(clock.dueAt);
  return clock.state === 'overdue' ? `${said} The next one is late: it was due ${due}.` : `${said} Next one by ${due}.`;
}
