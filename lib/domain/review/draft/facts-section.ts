import { milestoneNames, milestoneWords } from '../../incident/milestones';
import { saidMinute } from '../../kernel/event-words';
import { type MeasureName, measure, measures } from '../measures';
import { type DraftSource, ofType } from './draft-source';
import { lasted } from './list-section';
import { inline, table } from './markdown-text';

const roleWords = { deputy: 'Deputy', scribe: 'Scribe', commsLead: 'Comms lead' };

/** Number, severity, state, who did what, milestones and what is measured by them. */
export function factsSection(source: DraftSource): string {
  const { incident, triage, review } = source.state;
  return table([
    ['Incident', incident.number],
    ['Severity', severities(source)],
    ['State', `${incident.status} since ${saidMinute(incident.statusSince)}`],
    ['Declared', `${saidMinute(incident.declaredAt)} by ${inline(incident.declaredBy.name)}`],
    ['Commander', commanders(source)],
    ...roles(source),
    [
      'Failure class',
      triage.failureClass ? inline(triage.failureClass.symptom) : triage.noneFits ? 'none fits' : 'not known',
    ],
    ['Services', incident.services.map((id) => inline(serviceName(source, id))).join(', ') || 'none named'],
    ...(incident.related.length > 0 ? ([['Related', incident.related.join(', ')]] as const) : []),
    ...(incident.mergedInto ? ([['Merged into', incident.mergedInto]] as const) : []),
    ...(incident.visibleTo
      ? ([['Private to', incident.visibleTo.map(({ name }) => inline(name)).join(', ')]] as const)
      : []),
    ...(review.postmortem ? ([['Postmortem due', saidMinute(review.postmortem.dueAt)]] as const) : []),
    ...milestones(source),
    ...(Object.keys(measures) as MeasureName[]).map((name) => measured(source, name)),
  ]);
}

function serviceName({ catalogue }: DraftSource, id: string): string {
  return catalogue?.services.find((service) => service.id === id)?.name ?? id;
}

function severities({ state, events }: DraftSource): string {
  const changes = ofType(events, 'incident.severity_raised', 'incident.severity_lowered').map((event) => {
    const word = event.type === 'incident.severity_raised' ? 'raised' : 'lowered';
    const { from, to } = event.data;
    return `${word} from ${from} to ${to} at ${saidMinute(event.occurredAt)} by ${inline(event.actor.name)}`;
  });
  return changes.length > 0 ? `${state.incident.severity} (${changes.join('; ')})` : state.incident.severity;
}

function commanders({ state, events }: DraftSource): string {
  const now = state.incident.commander ? inline(state.incident.commander.name) : 'nobody';
  const changes = ofType(events, 'incident.command_taken').flatMap(({ data: { from, commander }, occurredAt }) =>
    from ? [`from ${inline(from.name)} to ${inline(commander.name)} at ${saidMinute(occurredAt)}`] : [],
  );
  return changes.length > 0 ? `${now} (command went ${changes.join('; ')})` : now;
}

function roles({ state }: DraftSource): (readonly [string, string])[] {
  const { roles: held, experts } = state.incident;
  const one = (['deputy', 'scribe', 'commsLead'] as const).flatMap((role) => {
    const person = held[role];
    return person ? [[roleWords[role], inline(person.name)] as const] : [];
  });
  return experts.length > 0 ? [...one, ['Experts', experts.map(({ name }) => inline(name)).join(', ')]] : one;
}

function milestones({ state }: DraftSource): (readonly [string, string])[] {
  return milestoneNames
    .filter((name) => name !== 'declared')
    .map((name) => {
      const words = milestoneWords[name];
      const at = state.incident.milestones[name];
      return [words.charAt(0).toUpperCase() + words.slice(1), at ? saidMinute(at) : 'not applicable'];
    });
}

function measured({ state }: DraftSource, name: MeasureName): readonly [string, string] {
  const { from, to, name: words } = measures[name];
  const value = measure(state.incident.milestones, name);
  const pair = `${words}, from ${milestoneWords[from]} to ${milestoneWords[to]}`;
  return [`${name} (${pair})`, typeof value === 'number' ? lasted(value) : value];
}
