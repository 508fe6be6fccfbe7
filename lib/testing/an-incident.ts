import type { Actor } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import { type DomainEvent, evolve, type RecordedEvent, type RecordState } from '@/lib/domain/contents';
import { declare } from '@/lib/domain/incident/declare';
import { aCatalogue } from './a-catalogue';
import { aContext, anActor } from './an-actor';

/** Events as the log would keep them, one a second from noon. */
export function recorded(facts: readonly DomainEvent[], actor: Actor, firstSeq = 1): RecordedEvent[] {
  return facts.map((fact, index) => {
    const at = new Date(Date.UTC(2026, 10, 22, 12, 0, firstSeq + index)).toISOString();
    const commandId = `00000000-0000-7000-8000-${String(firstSeq + index).padStart(12, '0')}`;
    return { ...fact, seq: firstSeq + index, actor: toRef(actor), occurredAt: at, recordedAt: at, commandId };
  });
}

/** A freshly declared incident and the events behind it. */
export function anIncident({ by = anActor('commander'), severity = 'SEV-2' } = {}): {
  state: RecordState;
  events: RecordedEvent[];
} {
  const context = { ...aContext(by), number: 'INC-2026-0001', catalogue: aCatalogue() };
  const decision = declare(null, { title: 'Tracks will not upload', severity, services: ['store'] }, context);
  if (!decision.ok) throw new Error(`not declared: ${decision.rejection.code}`);
  const events = recorded(decision.events, by);
  const state = events.reduce<RecordState | null>(evolve, null);
  if (!state) throw new Error('no state');
  return { state, events };
}

/** The same incident, closed. */
export function aClosedIncident(): RecordState {
  const { state } = anIncident();
  return { ...state, incident: { ...state.incident, status: 'closed' } };
}
