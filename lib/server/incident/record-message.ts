import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import { publicSide } from '@/lib/domain/public-side';
import { sseMessage } from '../kernel/sse-message';

/** Who hears the events of an incident: those who read all of it, or those who read its public side (rule A11). */
export const recordSides = ['inside', 'public'] as const;
export type RecordSide = (typeof recordSides)[number];

/** The topic on which one side of an incident is told. Beside it, all its followers follow `incident:{number}`. */
export function sideTopic(side: RecordSide, number: string): string {
  return `${side}:${number}`;
}

/** Events in order of `seq` as followers of this side are told them; null for none. */
export function recordMessage(number: string, events: readonly RecordedEvent[], side: RecordSide): Uint8Array | null {
  const lastSeq = events.at(-1)?.seq;
  if (lastSeq === undefined) return null;
  const told = side === 'inside' ? events : events.map(publicSide);
  return sseMessage('incident', { number, events: told }, `${number}=${lastSeq}`);
}
