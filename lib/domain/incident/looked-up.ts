import type { ActorRef } from '../kernel/event';
import type { Rejection } from '../kernel/rejection';
import type { IncidentState } from './incident';
import { isKnownToAll } from './may-see';
import type { NamedPerson, OtherIncident, RecordContext } from './record-context';

type Found<Value> = { ok: true; value: Value } | { ok: false; rejection: Rejection };

const onlyOnServer = { ok: false, rejection: { code: 'only_on_server' } } as const;

/** The one person whom the command names; refused when they left or may not do what the role asks. */
export function namedPerson({ looked }: RecordContext, personId: string): Found<NamedPerson> {
  if (!looked?.people) return onlyOnServer;
  const person = looked.people.find((candidate) => candidate?.id === personId);
  if (!person) return { ok: false, rejection: { code: 'unknown_person' } };
  if (!person.isActive) return { ok: false, rejection: { code: 'person_left', name: person.name } };
  return { ok: true, value: person };
}

/** These people and those named already, each once; refused when one of them left. */
export function namedPeople(
  context: RecordContext,
  ids: readonly string[],
  already: readonly ActorRef[],
): Found<ActorRef[]> {
  const people = new Map(already.map((person) => [person.id, person]));
  for (const id of ids) {
    if (people.has(id)) continue;
    const found = namedPerson(context, id);
    if (!found.ok) return found;
    people.set(id, { kind: found.value.kind, id, name: found.value.name });
  }
  return { ok: true, value: [...people.values()] };
}

/** The other incident that the command names; one that the actor may not see looks absent, and one that readers of this may not know of stays unnamed (rule A7). */
export function namedIncident(incident: IncidentState, { looked }: RecordContext, asked: string): Found<OtherIncident> {
  if (asked === incident.number) return { ok: false, rejection: { code: 'same_incident' } };
  if (looked?.other === undefined) return onlyOnServer;
  if (looked.other === null) return { ok: false, rejection: { code: 'other_incident_not_found', asked } };
  if (!isKnownToAll(incident, looked.other)) return { ok: false, rejection: { code: 'other_is_private', asked } };
  return { ok: true, value: looked.other };
}
