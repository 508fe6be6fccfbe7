import type { Actor } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import type { DomainEvent, RecordedEvent } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { RecordState } from '@/lib/domain/record-state';
import { openRecord } from '@/lib/domain/triage/open-record';
import { aCatalogue } from './a-catalogue';
import { aContext, anActor } from './an-actor';

/** Events as the log would keep them, one a second from noon. */
export function recorded(facts: readonly DomainEvent[], actor: Actor, firstSeq = 1): RecordedEvent[] {
  return facts.map(({ at: claimed, ...fact }, index) => {
    const at = new Date(Date.UTC(2026, 10, 22, 12, 0, firstSeq + index)).toISOString();
    const commandId = `00000000-0000-7000-8000-${String(firstSeq + index).padStart(12, '0')}`;
    const who = { actor: toRef(actor), commandId };
    return { ...fact, ...who, seq: firstSeq + index, occurredAt: claimed ?? at, recordedAt: at };
  });
}

/** A freshly declared incident and the events behind it. */
export function anIncident({ by = anActor('commander'), severity = 'SEV-2', catalogue = aCatalogue() } = {}): {
  state: RecordState;
  events: RecordedEvent[];
} {
  const context = { ...aContext(by), number: 'INC-2026-0001', catalogue };
  const decision = openRecord(null, { title: 'Tracks will not upload', severity, services: ['store'] }, context);
  if (!decision.ok) throw new Error(`not declared: ${decision.rejection.code}`);
  const events = recorded(decision.events, by);
  const state = events.reduce<RecordState | null>(evolve, null);
  if (!state) throw new Error('no state');
  return { state, events };
}

/** An incident after these facts, which `by` brought about. */
export function anIncidentAfter(by: Actor, ...facts: DomainEvent[]): RecordState {
  const { state, events } = anIncident({ by });
  return recorded(facts, by, events.length + 1).reduce<RecordState>(evolve, state);
}

/** An incident that was resolved and closed. */
export function aClosedIncident(by = anActor('commander')): RecordState {
  const cause = { cause: 'A drive died', mitigation: 'Replaced it' };
  return anIncidentAfter(
    by,
    { type: 'incident.resolved', data: { from: 'investigating', ...cause } },
    { type: 'incident.closed', data: { from: 'resolved' } },
  );
}
