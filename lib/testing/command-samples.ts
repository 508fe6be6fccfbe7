import { type Actor, toRef } from '@/lib/domain/access/actor';
import type { Action } from '@/lib/domain/access/who-may';
import { phaseOf } from '@/lib/domain/comms/contradictions/check-phase';
import type { CommsUpdate } from '@/lib/domain/comms/events';
import type { DomainEvent } from '@/lib/domain/contents';
import type { Captured } from '@/lib/domain/evidence/events';
import type { IncidentStatus } from '@/lib/domain/incident/incident';
import type { LookedUp } from '@/lib/domain/incident/record-context';
import type { RecordState } from '@/lib/domain/record-state';
import { anActor } from './an-actor';
import { anIncident, anIncidentAfter } from './an-incident';
import { named } from './looked-up';

const number = 'INC-2026-0001';
const step = { checklistId: 'first-five-minutes', itemId: 'acknowledge' };
const onStep = { ...step, title: 'Do acknowledge' };
const other = anActor('commander', 'Somebody else');
const person = { kind: other.kind, id: other.id, name: other.name };
const at = '2026-11-22T11:00:00.000Z';

/** An update that the record of a calm platform does not contradict. */
export const anUpdate = {
  updateId: '019ab000-0000-7000-8000-0000000000c1',
  language: 'en' as const,
  headline: 'Some uploads failed',
  texts: [{ channel: 'followers', subject: null, body: 'We are looking. The next update comes by 12:30 UTC.' }],
  nextUpdateAt: '2026-11-22T12:30:00.000Z',
};
const aLink = { linkId: anUpdate.updateId, label: 'the label', expiresAt: '2026-11-23T12:00:00.000Z' };
const onFollowPage = { updateId: anUpdate.updateId, channel: 'followers', destination: 'follow' };

const onSummary = { updateId: anUpdate.updateId, channel: 'summary' };

/** The same as its event has it. */
export function aSentUpdate(): CommsUpdate {
  const texts = anUpdate.texts.map((text) => ({
    ...text,
    ...{ name: 'followers', audience: 'public' as const, destinations: ['follow' as const] },
  }));
  return { ...anUpdate, phase: 'investigating', texts, components: { upload: 'ok', login: 'ok' }, overridden: null };
}

interface Sample {
  /** A sound input, given where the incident stands. */
  input: (status: IncidentStatus) => object;
  /** An incident on which that input changes something; `actor` is who will ask. */
  state?: (actor: Actor) => RecordState;
  looked?: (actor: Actor) => LookedUp;
  /** What the command still does on a closed incident. */
  onClosed?: 'works';
  /** The states, beside closed, in which it is refused. */
  refusedIn?: IncidentStatus[];
}

const fixed = (input: object) => () => ({ number, ...input });
const people = () => ({ people: [named(other)] });
const own = (actor: Actor) => ({ entry: { seq: 1, type: 'timeline.note_added', by: actor } });

/** A file as the record knows it. */
export const savedFile: Captured = {
  ...{
    evidenceId: '019ab000-0000-7000-8000-0000000000e1',
    name: 'incident-20261122-030500-api.log',
    sizeBytes: 12_345,
  },
  ...{ sha256: 'e'.repeat(64), mediaType: 'text/plain', recipe: 'api-log', way: 'pipe', isLate: false },
};

/** The same as an attempt that failed. */
export const failedCapture: Captured = {
  ...savedFile,
  doubt: { reason: 'failed', exitStatus: 1, said: 'Error: No such container: api' },
};

/** A sound input for each command, and an incident on which it changes something. */
export const commandSamples: Record<Action, Sample> = {
  'incident.declare': { input: () => ({ title: 'x' }) },
  'incident.raise_severity': { input: fixed({ from: 'SEV-2', to: 'SEV-1', reason: 'r' }) },
  'incident.lower_severity': { input: fixed({ from: 'SEV-2', to: 'SEV-3', reason: 'r' }) },
  'incident.answer_severity_question': { input: fixed({ ask: 'Is data lost?', answer: 'yes' }) },
  'incident.take_command': { input: fixed({}), state: () => anIncident({ by: other }).state },
  'incident.offer_command': {
    input: fixed({ personId: other.id }),
    state: (actor) => commandedBy(actor),
    looked: people,
  },
  'incident.accept_command': { input: fixed({}), state: (actor) => offeredTo(actor) },
  'incident.decline_command': { input: fixed({}), state: (actor) => offeredTo(actor) },
  'incident.assign_role': { input: fixed({ role: 'scribe', personId: other.id }), looked: people },
  'incident.leave_role': {
    input: fixed({ role: 'expert', personId: other.id }),
    state: () =>
      anIncidentAfter(other, { type: 'incident.role_assigned', data: { role: 'expert', person, from: null } }),
  },
  'incident.add_services': { input: fixed({ services: ['api'] }) },
  'incident.remove_services': { input: fixed({ services: ['store'] }) },
  'incident.identify': { input: (from) => ({ number, from }), refusedIn: ['mitigated', 'resolved'] },
  'incident.mitigate': { input: (from) => ({ number, from, how: 'h' }), refusedIn: ['resolved'] },
  'incident.resolve': { input: (from) => ({ number, from, cause: 'c', mitigation: 'm' }) },
  'incident.close': {
    input: (from) => ({ number, from }),
    state: () => anIncidentAfter(other, resolved),
    refusedIn: ['investigating', 'identified', 'mitigated'],
  },
  'incident.go_back': {
    input: (from) => ({ number, from, to: from === 'investigating' ? 'closed' : 'investigating', reason: 'r' }),
    state: () => anIncidentAfter(other, resolved),
    onClosed: 'works',
    refusedIn: ['investigating'],
  },
  'incident.set_milestone': { input: fixed({ milestone: 'impactStarted', at }), onClosed: 'works' },
  'incident.link': { input: fixed({ other: 'INC-2026-0002' }), onClosed: 'works' },
  'incident.unlink': {
    input: fixed({ other: 'INC-2026-0002' }),
    state: () => anIncidentAfter(other, { type: 'incident.linked', data: { to: 'INC-2026-0002', title: 't' } }),
    onClosed: 'works',
  },
  'incident.merge': { input: fixed({ other: 'INC-2026-0002' }) },
  'incident.set_visibility': { input: fixed({ people: [other.id], reason: 'r' }), looked: people, onClosed: 'works' },
  'triage.tick': { input: fixed(step) },
  'triage.untick': {
    input: fixed(step),
    state: () => anIncidentAfter(other, { type: 'triage.item_ticked', data: onStep }),
  },
  'triage.skip': { input: fixed({ ...step, reason: 'r' }) },
  'triage.take_up_again': {
    input: fixed(step),
    state: () => anIncidentAfter(other, { type: 'triage.item_skipped', data: { ...onStep, reason: 'r' } }),
  },
  'triage.answer_question': {
    input: fixed({ checklistId: 'asking', itemId: 'how-many', answer: 'one' }),
    state: () => anIncidentAfter(other, asking),
  },
  'triage.assign': { input: fixed({ ...step, personId: other.id }), looked: people },
  'triage.set_due': { input: fixed({ ...step, dueAt: '2026-11-22T13:00:00.000Z' }) },
  'triage.open_checklist': { input: fixed({ checklistId: 'storage' }) },
  'triage.add_item': { input: fixed({ title: 'Ask the data centre' }) },
  'triage.set_failure_class': { input: fixed({ failureClass: 'uploads-fail' }) },
  'triage.call_backup': { input: fixed({}) },
  'evidence.waive': {
    input: fixed({ recipes: ['api-log'], reason: 'The host is gone' }),
    state: (actor) => commandedBy(actor),
  },
  'evidence.accept': {
    input: fixed({ evidenceId: savedFile.evidenceId }),
    state: () => anIncidentAfter(other, { type: 'evidence.captured', data: failedCapture }),
  },
  'evidence.record_no_answer': {
    input: fixed({ evidenceId: savedFile.evidenceId }),
    state: () =>
      anIncidentAfter(other, { type: 'evidence.captured', data: { ...failedCapture, recipe: 'store-keys' } }),
  },
  'evidence.unmask': {
    input: fixed({ evidenceId: savedFile.evidenceId, reason: 'Which token leaked' }),
    state: () => anIncidentAfter(other, { type: 'evidence.captured', data: savedFile }),
    onClosed: 'works',
  },
  'comms.send_update': {
    state: (actor) => ledBy(actor),
    input: (status) => ({ number, ...anUpdate, phase: phaseOf[status] }),
    refusedIn: ['resolved'],
  },
  'comms.approve_update': {
    input: fixed({ updateId: anUpdate.updateId }),
    state: (actor) => ledBy(actor, { type: 'comms.review_asked', data: aSentUpdate() }),
    refusedIn: ['identified', 'mitigated', 'resolved'],
  },
  'comms.withdraw_update': {
    input: fixed({ updateId: anUpdate.updateId }),
    state: (actor) => ledBy(actor, { type: 'comms.review_asked', data: aSentUpdate() }),
    onClosed: 'works',
  },
  'comms.snooze_promise': {
    state: (actor) => ledBy(actor),
    input: fixed({ until: '2026-11-22T12:40:00.000Z', reason: 'Waiting for the vendor' }),
    refusedIn: ['resolved'],
  },
  'comms.retry_delivery': { input: fixed(onFollowPage), state: unreached, onClosed: 'works' },
  'comms.give_up_delivery': { input: fixed(onFollowPage), state: unreached, onClosed: 'works' },
  'comms.mark_posted': { input: fixed(onSummary), state: (actor) => unposted(actor), onClosed: 'works' },
  'comms.unmark_posted': {
    input: fixed(onSummary),
    state: (actor) => unposted(actor, { type: 'comms.text_posted', data: { ...onSummary, name: 'Summary' } }),
    onClosed: 'works',
  },
  'comms.revoke_link': {
    input: fixed({ linkId: anUpdate.updateId }),
    state: () => anIncidentAfter(other, { type: 'comms.link_made', data: aLink }),
    onClosed: 'works',
  },
  'timeline.add_note': { input: fixed({ text: 'a note' }), onClosed: 'works' },
  'timeline.correct': { input: fixed({ seq: 1, text: 'better' }), looked: own, onClosed: 'works' },
  'timeline.annotate': { input: fixed({ seq: 1, text: 'more' }), onClosed: 'works' },
  'timeline.pin': { input: fixed({ seq: 1 }), onClosed: 'works' },
  'timeline.unpin': {
    input: fixed({ seq: 1 }),
    state: () => anIncidentAfter(other, { type: 'timeline.entry_pinned', data: { seq: 1 } }),
    onClosed: 'works',
  },
  'review.save_postmortem': { input: fixed({ from: null, text: '# Postmortem' }), state: owing, onClosed: 'works' },
  'review.finish_postmortem': { input: fixed({ from: null }), state: owing, onClosed: 'works' },
};

const question = { id: 'drives', answers: ['one', 'more'] };
const asking: DomainEvent = {
  type: 'triage.checklist_opened',
  data: { checklist: { id: 'asking', title: 'Asking', items: [{ id: 'how-many', title: 'How many?', question }] } },
};

/** An incident whose comms lead will ask. */
function ledBy(actor: Actor, ...facts: DomainEvent[]): RecordState {
  return anIncidentAfter(
    other,
    { type: 'incident.role_assigned', data: { role: 'commsLead', person: toRef(actor), from: null } },
    ...facts,
  );
}

/** An update that left in time, with a text that nothing is connected for. */
function unposted(actor: Actor, ...facts: DomainEvent[]): RecordState {
  const letGo = { leavesAt: '2026-11-22T11:00:12.000Z', promise: null, review: null };
  const byHand = { name: 'Summary', audience: 'leads' as const, subject: null, body: 'b', destinations: [] };
  const { texts, ...update } = aSentUpdate();
  const data = { ...update, texts: [...texts, { channel: 'summary', ...byHand }], ...letGo };
  return ledBy(actor, { type: 'comms.update_sent', data }, ...facts);
}

function unreached(actor: Actor): RecordState {
  const letGo = { leavesAt: '2026-11-22T12:00:12.000Z', promise: null, review: null };
  return ledBy(
    actor,
    { type: 'comms.update_sent', data: { ...aSentUpdate(), ...letGo } },
    {
      type: 'comms.delivery_recorded',
      data: { ...onFollowPage, destination: 'follow', outcome: 'uncertain', detail: 'x' },
    },
  );
}

const resolved = { type: 'incident.resolved', data: { from: 'investigating', cause: 'c', mitigation: 'm' } } as const;

function commandedBy(actor: Actor): RecordState {
  const { state } = anIncident({ by: other });
  return { ...state, incident: { ...state.incident, commander: actor } };
}

function offeredTo(actor: Actor): RecordState {
  return anIncidentAfter(other, { type: 'incident.command_offered', data: { to: actor, summary: [] } });
}

function owing(): RecordState {
  const data = { dueAt: at, path: 'docs/postmortems/x.md', severity: 'SEV-2' };
  return anIncidentAfter(other, resolved, { type: 'review.postmortem_owed', data });
}
