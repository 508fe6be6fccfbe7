import type { Recorded } from '../kernel/event';
import type { IncidentEvent } from './events';
import type { IncidentState, IncidentStatus, RowSnapshot } from './incident';
import type { MilestoneName, Milestones } from './milestones';

type Declared = Extract<IncidentEvent, { type: 'incident.declared' }>;
type Later = Exclude<IncidentEvent, Declared>;

/** Folds one event into the incident. Throws on an event before the declaration: the log would be broken. */
export function evolveIncident(state: IncidentState | null, event: Recorded<IncidentEvent>): IncidentState {
  if (event.type === 'incident.declared') return opened(event);
  if (!state) throw new Error(`event ${event.seq} ${event.type} stands before the declaration`);
  return changed(state, event);
}

function opened({ data, actor: declaredBy, occurredAt: declaredAt }: Recorded<Declared>): IncidentState {
  const { number, title, severity, ladder, services, catalogVersion, impactStartedAt, detectedAt } = data;
  return {
    ...{ number, title, severity, ladder, services, catalogVersion, declaredBy, declaredAt },
    ...{ status: 'investigating', statusSince: declaredAt, commander: null, offer: null, roles: {}, experts: [] },
    milestones: {
      ...(impactStartedAt && { impactStarted: impactStartedAt }),
      ...(detectedAt && { detected: detectedAt }),
      declared: declaredAt,
    },
    ...{ answers: {}, cause: null, mitigation: null, related: [], mergedInto: null },
    visibleTo: data.visibleTo ?? null,
    situation: data.situation ?? null,
    troubled: (data.situation?.rows ?? [])
      .filter((row) => isTrouble(row) || isDoubted(row, services))
      .map(({ serviceId }) => serviceId),
    redWhenMitigated: [],
    brokenBookmarks: data.brokenBookmarks ?? [],
    updatePromises: data.updatePromises ?? {},
  };
}

/** What an incident was declared about because nothing was known of it was its trouble. */
function isDoubted({ serviceId, status }: RowSnapshot, services: readonly string[]): boolean {
  return status === 'unknown' && services.includes(serviceId);
}

function changed(state: IncidentState, event: Recorded<Later>): IncidentState {
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'incident.severity_raised':
    case 'incident.severity_lowered':
      return { ...state, severity: event.data.to };
    case 'incident.severity_question_answered': {
      const { ask, ...answered } = event.data;
      return { ...state, answers: { ...state.answers, [ask]: { ...answered, by: event.actor, at } } };
    }
    case 'incident.command_taken':
      return { ...state, commander: event.data.commander, offer: null };
    case 'incident.command_offered':
      return { ...state, offer: { ...event.data, from: event.actor, at } };
    case 'incident.command_declined':
      return { ...state, offer: null };
    case 'incident.role_assigned':
    case 'incident.role_left':
      return withRole(state, event.data);
    case 'incident.services_changed':
      return withServices(state, event.data);
    case 'incident.identified':
      return moved(state, 'identified', at);
    case 'incident.mitigated':
      return withMitigation(moved(state, 'mitigated', at, 'mitigated'), event.data);
    case 'incident.resolved':
      return withEnd(moved(state, 'resolved', at, 'resolved'), event.data);
    case 'incident.closed':
      return moved(state, 'closed', at, 'closed');
    case 'incident.went_back':
      return { ...moved(state, event.data.to, at), mergedInto: null };
    case 'incident.milestone_set':
      return { ...state, milestones: { ...state.milestones, [event.data.milestone]: event.data.at } };
    case 'incident.linked':
    case 'incident.unlinked':
      return withRelated(state, event.data.to, event.type === 'incident.linked');
    case 'incident.relation_told':
      return withRelated(state, event.data.other, event.data.how === 'linked' || event.data.how === 'merged');
    case 'incident.merged':
      return { ...moved(state, 'closed', at), mergedInto: event.data.into };
    case 'incident.visibility_changed':
      return { ...state, visibleTo: event.data.visibleTo };
  }
}

type Mitigated = Extract<Later, { type: 'incident.mitigated' }>['data'];

function withMitigation(state: IncidentState, { how, despite }: Mitigated): IncidentState {
  return { ...state, mitigation: how, redWhenMitigated: (despite?.rows ?? []).map(({ serviceId }) => serviceId) };
}

function withEnd(state: IncidentState, { cause, mitigation }: Pick<IncidentState, 'cause' | 'mitigation'>) {
  return { ...state, cause, mitigation };
}

type ServicesChange = Extract<Later, { type: 'incident.services_changed' }>['data'];

function withServices(state: IncidentState, { added, removed }: ServicesChange): IncidentState {
  const left = state.services.filter((id) => !removed.some((service) => service.id === id));
  return { ...state, services: [...new Set([...left, ...added.map(({ id }) => id)])] };
}

const isTrouble = ({ status }: Pick<RowSnapshot, 'status'>) => status === 'down' || status === 'degraded';

/** A change of a mapped service, from or to trouble, is part of the incident's story. */
export function withServiceChange(
  state: IncidentState,
  { serviceId, from, to }: Pick<RowSnapshot, 'serviceId'> & Record<'from' | 'to', RowSnapshot['status']>,
): IncidentState {
  const isNews = [from, to].some((status) => isTrouble({ status })) && !state.troubled.includes(serviceId);
  const troubled = isNews ? [...state.troubled, serviceId] : state.troubled;
  const redWhenMitigated =
    to === 'ok' ? state.redWhenMitigated.filter((id) => id !== serviceId) : state.redWhenMitigated;
  return { ...state, troubled, redWhenMitigated };
}

function withRelated(state: IncidentState, other: string, isRelated: boolean): IncidentState {
  const others = state.related.filter((number) => number !== other);
  return { ...state, related: isRelated ? [...others, other] : others };
}

/** Rule I12: a milestone that is already there stays; only a correction moves it. */
function moved(state: IncidentState, status: IncidentStatus, at: string, milestone?: MilestoneName): IncidentState {
  const milestones: Milestones = milestone ? { [milestone]: at, ...state.milestones } : state.milestones;
  return { ...state, status, statusSince: at, milestones };
}

type RoleChange = Extract<Later, { type: 'incident.role_assigned' | 'incident.role_left' }>['data'];

function withRole(state: IncidentState, change: RoleChange): IncidentState {
  const isLeaving = !('from' in change);
  const { role, person } = change;
  if (role === 'expert') {
    const others = state.experts.filter(({ id }) => id !== person.id);
    return { ...state, experts: isLeaving ? others : [...others, person] };
  }
  const { [role]: _, ...roles } = state.roles;
  return { ...state, roles: isLeaving ? roles : { ...roles, [role]: person } };
}
