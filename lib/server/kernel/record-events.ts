import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { RecordState } from '@/lib/domain/record-state';
import { projectIncident } from '../incident/project-incident';
import { chainHash } from './chain';
import { effectsOf } from './deliveries';
import type { StreamHead } from './event-store';
import { inHex, insertRow, updateRow } from './write-row';
import type { WriteTransaction } from './write-transaction';

/** Appends the events of a JSON list of rows, as `toRow` makes them. */
export const appendEvents = `
  INSERT INTO event (incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash)
  SELECT incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash
  FROM jsonb_populate_recordset(NULL::event, $1)`;

const poke = "SELECT pg_notify('incident_changed', $1)";

/** Step 5 of the write path: appends events that already carry their `seq`, chains each to the one before, projects the row, queues what leaves, pokes the listeners. */
export async function recordEvents(
  tx: WriteTransaction,
  head: StreamHead,
  events: readonly RecordedEvent[],
  state: RecordState,
  chainKey: string,
): Promise<void> {
  const { rows, lastHash } = chained(head, events, chainKey);
  const lastSeq = head.lastSeq + events.length;
  const { number } = state.incident;
  const row = { ...projectIncident(state), id: head.incidentId, lastSeq, lastHash: inHex(lastHash) };
  const pointer = JSON.stringify({ number, from: head.lastSeq + 1, to: lastSeq });
  await Promise.all([
    // The row comes first: events refer to it.
    tx.query(head.state === null ? insertRow('incident', row) : updateRow('incident', row)),
    tx.query({ name: 'append-events', text: appendEvents, values: [JSON.stringify(rows)] }),
    ...events.flatMap((event) => effectsOf(event, state)).map((effect) => tx.query(effect)),
    tx.query({ name: 'poke', text: poke, values: [pointer] }),
  ]);
}

function chained(head: StreamHead, events: readonly RecordedEvent[], chainKey: string) {
  let lastHash = head.lastHash;
  const rows = events.map((event) => {
    lastHash = chainHash(chainKey, lastHash, event);
    return toRow(head.incidentId, event, lastHash);
  });
  return { rows, lastHash };
}

/** The event as a row of the log. */
export function toRow(incidentId: string, event: RecordedEvent, hash: Uint8Array) {
  const { seq, type, data, actor, commandId, occurredAt, recordedAt } = event;
  return {
    ...{ incident_id: incidentId, seq, type, data, actor, hash: inHex(hash) },
    ...{ command_id: commandId, occurred_at: occurredAt, recorded_at: recordedAt },
  };
}
