import type { Catalogue } from '../../../lib/domain/catalogue/catalogue';
import type { DomainEvent, RecordedEvent } from '../../../lib/domain/contents';
import { evolve } from '../../../lib/domain/evolve';
import type { RecordState } from '../../../lib/domain/record-state';
import { postmortemDueAt } from '../../../lib/domain/review/postmortem-due-at';
import type { NoteKind } from '../../../lib/domain/timeline/events';
import { causes, cures, observations, people, troubles, where } from './phrases';
import { Random } from './random';

export interface MadeRecord {
  state: RecordState;
  events: RecordedEvent[];
}

const minuteMs = 60_000;
const kinds: readonly [NoteKind, ...NoteKind[]] = ['note', 'finding', 'decision', 'hypothesis', 'action'];
const someUuid = (kind: number, n: number) =>
  `00000000-${String(kind).padStart(4, '0')}-7000-8000-${String(n).padStart(12, '0')}`;

/** The n-th incident of the archive: the same for the same catalogue and time, and nobody is asked. */
export function makeRecord(n: number, startMs: number, eventCount: number, catalogue: Catalogue): MadeRecord {
  const random = new Random(n);
  const person = people.indexOf(random.pick(people));
  const actor = { kind: 'person' as const, id: someUuid(1, person), name: people[person] ?? people[0] };
  const facts = factsOf(n, startMs, eventCount, catalogue, random, actor);
  let state: RecordState | null = null;
  const events = facts.map((fact, index): RecordedEvent => {
    const { at, ...rest } = fact;
    const occurredAt = at ?? new Date(startMs + (index * 90 * minuteMs) / eventCount).toISOString();
    const recordedAt = at && at > occurredAt ? at : occurredAt;
    const event = { ...rest, seq: index + 1, actor, occurredAt, recordedAt, commandId: someUuid(2, n * 1_000 + index) };
    state = evolve(state, event);
    return event;
  });
  if (!state) throw new Error('a record needs events');
  return { state, events };
}

type ActorRef = RecordedEvent['actor'];

interface Setting {
  n: number;
  startMs: number;
  catalogue: Catalogue;
  random: Random;
  commander: ActorRef;
  service: { id: string; name: string };
  severity: Pick<Catalogue['severities'][number], 'id' | 'postmortemWithin'>;
}

function factsOf(
  n: number,
  startMs: number,
  eventCount: number,
  catalogue: Catalogue,
  random: Random,
  commander: ActorRef,
): DomainEvent[] {
  const { services, severities, defaultSeverity } = catalogue;
  const service = services[random.below(services.length)] ?? { id: 'x', name: 'Something' };
  const severity = severities[random.below(severities.length)] ?? { id: defaultSeverity, postmortemWithin: null };
  const setting: Setting = { n, startMs, catalogue, random, commander, service, severity };
  const [opening, ending] = [openingOf(setting), endingOf(setting)];
  const length = Math.max(0, eventCount - opening.length - ending.length);
  return [...opening, ...Array.from({ length }, () => aNote(random, service.name)), ...ending];
}

function openingOf({ n, startMs, catalogue, random, commander, service, severity }: Setting): DomainEvent[] {
  const failureClass = catalogue.failureClasses[random.below(catalogue.failureClasses.length)];
  const declared = {
    number: `INC-${new Date(startMs).getUTCFullYear()}-${500_000 + n}`,
    title: `${service.name} ${random.pick(troubles)} ${random.pick(where)}`,
    ladder: catalogue.severities.map(({ id }) => id),
    ...{ checklists: catalogue.checklists, catalogVersion: catalogue.version },
    ...{ severity: severity.id, services: [service.id] },
    ...(random.below(100) === 0 && { visibleTo: [commander] }),
  };
  const acknowledgedAt = new Date(startMs + 4 * minuteMs).toISOString();
  const opening: DomainEvent[] = [
    { type: 'incident.declared', data: declared },
    { type: 'incident.command_taken', data: { commander, from: null } },
    { type: 'incident.milestone_set', data: { milestone: 'acknowledged', at: acknowledgedAt, from: null } },
  ];
  if (!failureClass || random.below(10) === 0) return opening;
  const { id, symptom, cause } = failureClass;
  const known = { from: null, failureClass: { id, symptom, cause } };
  return [...opening, { type: 'triage.failure_class_set', data: known }];
}

function endingOf({ n, startMs, catalogue, random, service, severity }: Setting): DomainEvent[] {
  const cause = `It was ${random.pick(causes)}; ${service.name} ${random.pick(troubles)}.`;
  const mitigation = `We ${random.pick(cures)}.`;
  const ending: DomainEvent[] = [{ type: 'incident.resolved', data: { from: 'investigating', cause, mitigation } }];
  const within = severity.postmortemWithin;
  if (within) {
    const dueAt = postmortemDueAt(new Date(startMs + 90 * minuteMs).toISOString(), within, catalogue.calendar);
    const path = `docs/postmortems/${n}.md`;
    ending.push({ type: 'review.postmortem_owed', data: { dueAt, path, severity: severity.id } });
    if (random.below(20) > 0) ending.push({ type: 'review.postmortem_finished', data: { seq: null } });
  }
  if (random.below(8) > 0) ending.push({ type: 'incident.closed', data: { from: 'resolved' } });
  return ending;
}

function aNote(random: Random, service: string): DomainEvent {
  const text = `${random.pick(people).split(' ')[0]} ${random.pick(observations)} of ${service} ${random.pick(where)}, host-${random.below(400)} trace ${random.below(1e9).toString(36)}`;
  const kind = random.pick(kinds);
  return { type: 'timeline.note_added', data: { text, ...(kind !== 'note' && { kind }) } };
}
