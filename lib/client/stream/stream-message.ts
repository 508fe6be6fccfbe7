import 'client-only';
import type { HeadCount, Present } from '@/lib/domain/access/presence';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { HealthView, TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';

/** Everything the stream says, by event name. */
export interface StreamData {
  hello: { at: string; build: string };
  ping: { at: string };
  bye: Record<string, never>;
  signed_out: Record<string, never>;
  snapshot: HealthView;
  health: TargetSnapshot;
  incidents: IncidentSummary;
  incident: { number: string; events: RecordedEvent[] };
  head: { number: string; lastSeq: number };
  /** Who has this incident open, this person too. */
  presence: { number: string } & Present;
  /** How many have which incident open: all that are not nobody, or only what changed. */
  here: { counts: HeadCount[]; isWhole: boolean };
  /** It does not exist for this person, or no longer. */
  gone: { number: string };
}

export type StreamMessage = { [Name in keyof StreamData]: { name: Name; data: StreamData[Name] } }[keyof StreamData];

export const messageNames: readonly (keyof StreamData)[] = [
  'hello',
  'ping',
  'bye',
  'signed_out',
  'snapshot',
  'health',
  'incidents',
  'incident',
  'head',
  'presence',
  'here',
  'gone',
];
