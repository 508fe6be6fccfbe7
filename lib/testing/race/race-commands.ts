import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/domain/access/actor';
import { phaseOf } from '@/lib/domain/comms/contradictions/check-phase';
import { type RecordCommandType, type RecordedEvent, recordCommands } from '@/lib/domain/contents';
import { incidentRoles, incidentStates } from '@/lib/domain/incident/incident';
import { milestoneNames } from '@/lib/domain/incident/milestones';
import type { RecordState } from '@/lib/domain/record-state';
import { noteKinds } from '@/lib/domain/timeline/events';
import type { SeededRandom } from '../seeded-random';

/** What one person sees at the moment they act, and what they may name. */
export interface Seen {
  me: Actor;
  state: RecordState;
  events: readonly RecordedEvent[];
  people: readonly Actor[];
  otherIncident: string;
  random: SeededRandom;
  /** Words that nobody else types; asking again gives others. */
  typed(): string;
}

type Input = Record<string, unknown>;

const anyStep = ({ state, random }: Seen) => {
  const list = random.pick(state.triage.checklists);
  return { checklistId: list.id, itemId: random.pick(list.items).id };
};
const anyone = ({ people, random }: Seen) => random.pick(people).id;
const anySeq = ({ events, random }: Seen) => random.pick(events).seq;
const noteSeq = (seen: Seen) => {
  const notes = seen.events.filter(({ type }) => type === 'timeline.note_added');
  return notes.length > 0 ? seen.random.pick(notes).seq : anySeq(seen);
};
const pinnedSeq = (seen: Seen) =>
  seen.state.timeline.pins.length > 0 ? seen.random.pick(seen.state.timeline.pins) : anySeq(seen);
const skippedStep = (seen: Seen) => {
  const skipped = Object.keys(seen.state.triage.skips);
  if (skipped.length === 0) return anyStep(seen);
  const [checklistId = '', itemId = ''] = seen.random.pick(skipped).split('/');
  return { checklistId, itemId };
};
const questionStep = (seen: Seen) => {
  const asking = seen.state.triage.checklists.flatMap(({ id: checklistId, items }) =>
    items.flatMap(({ id: itemId, question }) => (question ? [{ checklistId, itemId }] : [])),
  );
  return asking.length > 0 ? seen.random.pick(asking) : anyStep(seen);
};
const from = ({ state }: Seen) => state.incident.status;
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const before = ({ random }: Seen) => new Date(Date.now() - 60_000 - Math.floor(random.next() * 60_000)).toISOString();
const severityChange = (seen: Seen) => ({
  ...{ from: seen.state.incident.severity, to: seen.random.pick(seen.state.incident.ladder), reason: seen.typed() },
});
const savedSeq = ({ state }: Seen) => state.review.postmortem?.savedSeq ?? null;
const onOther = ({ otherIncident }: Seen) => ({ other: otherIncident });
const anyUpdate = ({ state, me, random }: Seen) => ({
  updateId:
    state.comms.review?.updateId ??
    (state.comms.updates.length > 0 ? random.pick(state.comms.updates).updateId : me.id),
});
const anyFile = ({ state, me }: Seen) => ({ evidenceId: state.evidence.items[0]?.evidenceId ?? me.id });
const anyText = (seen: Seen) => {
  const { updateId } = anyUpdate(seen);
  const channels = seen.state.comms.updates.find((update) => update.updateId === updateId)?.channels ?? [];
  const { channel } = channels.length > 0 ? seen.random.pick(channels) : { channel: 'followers' };
  return { updateId, channel };
};
const anyDelivery = ({ state, me, random }: Seen) => {
  const sent = state.comms.updates.flatMap(({ updateId, deliveries }) =>
    Object.keys(deliveries).map((key) => ({ updateId, key })),
  );
  const { updateId, key } = sent.length > 0 ? random.pick(sent) : { updateId: me.id, key: 'followers/follow' };
  const [channel = '', destination = ''] = key.split('/');
  return { updateId, channel, destination };
};
const nothing = () => ({});

/** For every command of a record what a person who sees this might send, by the page as it stands. */
const asSent: Record<RecordCommandType, (seen: Seen) => Input> = {
  'incident.raise_severity': severityChange,
  'incident.lower_severity': severityChange,
  'incident.answer_severity_question': ({ random }) => ({
    ask: random.pick(['Is data lost?', 'Is nobody affected?']),
    answer: random.pick(['yes', 'no']),
  }),
  'incident.take_command': nothing,
  'incident.offer_command': (seen) => ({ personId: anyone(seen) }),
  'incident.accept_command': nothing,
  'incident.decline_command': nothing,
  'incident.assign_role': (seen) => ({
    role: seen.random.pick([...incidentRoles, 'expert']),
    personId: anyone(seen),
  }),
  'incident.leave_role': (seen) => ({ role: seen.random.pick([...incidentRoles, 'expert']), personId: anyone(seen) }),
  'incident.add_services': () => ({ services: ['api'] }),
  'incident.remove_services': ({ state }) => ({ services: [state.incident.services[0] ?? 'api'] }),
  'incident.identify': (seen) => ({ from: from(seen) }),
  'incident.mitigate': (seen) => ({ from: from(seen), how: seen.typed() }),
  'incident.resolve': (seen) => ({ from: from(seen), cause: seen.typed(), mitigation: seen.typed() }),
  'incident.close': (seen) => ({ from: from(seen) }),
  'incident.go_back': (seen) => ({
    from: from(seen),
    to: seen.random.pick(incidentStates.slice(0, 3)),
    reason: seen.typed(),
  }),
  'incident.set_milestone': (seen) => ({
    milestone: seen.random.pick(milestoneNames),
    at: before(seen),
    reason: seen.typed(),
  }),
  'incident.link': onOther,
  'incident.unlink': onOther,
  'incident.merge': onOther,
  'incident.set_visibility': (seen) => ({
    // Both are always among them: who may no longer see it has nothing to converge to.
    people: seen.random.happens(0.6) ? seen.people.map(({ id }) => id) : null,
    reason: seen.typed(),
  }),
  'triage.tick': anyStep,
  'triage.untick': anyStep,
  'triage.skip': (seen) => ({ ...anyStep(seen), reason: seen.typed() }),
  'triage.take_up_again': skippedStep,
  'triage.answer_question': (seen) => ({ ...questionStep(seen), answer: seen.random.pick(['one', 'more']) }),
  'triage.assign': (seen) => ({ ...anyStep(seen), personId: seen.random.happens(0.3) ? null : anyone(seen) }),
  'triage.set_due': (seen) => ({ ...anyStep(seen), dueAt: seen.random.happens(0.3) ? null : soon() }),
  'triage.open_checklist': ({ random }) => ({
    checklistId: random.pick(['storage', 'storage.look', 'storage.mend', 'network']),
  }),
  'triage.add_item': (seen) => ({ title: seen.typed() }),
  'triage.set_failure_class': () => ({ failureClass: 'uploads-fail' }),
  'triage.call_backup': nothing,
  'evidence.waive': (seen) => ({ recipes: ['api-log'], reason: `${seen.typed()} and so on` }),
  'evidence.accept': anyFile,
  'evidence.record_no_answer': anyFile,
  'evidence.unmask': (seen) => ({
    ...anyFile(seen),
    reason: `${seen.typed()} and so on`,
  }),
  'comms.send_update': (seen) => {
    const phase = phaseOf[seen.state.incident.status];
    const nextUpdateAt = phase === 'resolved' ? null : soon();
    const body = `${seen.typed()}${nextUpdateAt ? `, the next update comes by ${nextUpdateAt.slice(11, 16)} UTC` : ''}`;
    // The summary is carried by hand, so that there is something to post.
    const channels = seen.state.incident.visibleTo ? ['summary'] : ['followers', 'summary'];
    const texts = channels.map((channel) => ({ channel, subject: null, body }));
    return { updateId: uuidv7(), phase, language: 'en', headline: seen.typed(), nextUpdateAt, texts };
  },
  'comms.approve_update': anyUpdate,
  'comms.withdraw_update': anyUpdate,
  'comms.snooze_promise': (seen) => ({ until: soon(), reason: `${seen.typed()} and so on` }),
  'comms.retry_delivery': anyDelivery,
  'comms.give_up_delivery': anyDelivery,
  'comms.mark_posted': anyText,
  'comms.unmark_posted': anyText,
  'comms.revoke_link': ({ state, me }) => ({ linkId: state.comms.links[0]?.linkId ?? me.id }),
  'timeline.add_note': (seen) => ({ text: seen.typed(), kind: seen.random.pick(noteKinds) }),
  'timeline.correct': (seen) => ({ seq: noteSeq(seen), text: seen.typed() }),
  'timeline.annotate': (seen) => ({ seq: anySeq(seen), text: seen.typed() }),
  'timeline.pin': (seen) => ({ seq: anySeq(seen) }),
  'timeline.unpin': (seen) => ({ seq: pinnedSeq(seen) }),
  'review.save_postmortem': (seen) => ({ from: savedSeq(seen), text: seen.typed() }),
  'review.finish_postmortem': (seen) => ({ from: savedSeq(seen) }),
};

const allTypes = Object.keys(recordCommands) as RecordCommandType[];

/** What is closed is often opened again; an offer, a question and an update that waits are often answered. */
function likelyTypes({ state, me, random }: Seen): RecordCommandType[] {
  const { status, offer, commander } = state.incident;
  const asks = state.triage.checklists.some(({ items }) => items.some(({ question }) => question));
  return [
    ...(status === 'closed' ? (['incident.go_back'] as const) : []),
    ...(offer?.to.id === me.id ? (['incident.accept_command', 'incident.decline_command'] as const) : []),
    ...(commander?.id === me.id && !offer && random.happens(0.1) ? (['incident.offer_command'] as const) : []),
    ...(asks && random.happens(0.1) ? (['triage.answer_question'] as const) : []),
    ...(state.comms.review && random.happens(0.3) ? (['comms.approve_update'] as const) : []),
    ...(state.comms.updates.length > 0 && random.happens(0.2)
      ? (['comms.mark_posted', 'comms.unmark_posted'] as const)
      : []),
  ];
}

/** One command of any kind, as somebody would send it who sees this. */
export function anyCommand(seen: Seen): { type: RecordCommandType; input: Input } {
  const { random } = seen;
  const likely = likelyTypes(seen);
  const type = likely.length > 0 && random.happens(0.5) ? random.pick(likely) : random.pick(allTypes);
  return { type, input: asSent[type](seen) };
}
