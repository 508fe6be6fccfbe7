import { isAllowed } from '../access/who-may';
import { isOpenStatus } from '../incident/is-open-status';
import { rowHolding } from '../incident/row-holding';
import { saidMinute } from '../kernel/event-words';
import { listOpenSteps, type OpenStep } from './list-open-steps';
import type { NowFacts, NowLine } from './now-line';
import { stepLine } from './now-step';
import type { LiveService } from './rank-classes';
import { tellingRules } from './telling-rules';

type Line = Omit<NowLine, 'rule'>;
type Rule = (facts: NowFacts) => Line | null;

const isWorking = ({ incident }: NowFacts) => incident.status === 'investigating' || incident.status === 'identified';

/** The incident's own services (rule I22), as they are now. */
function ownServices({ incident, live, holders }: NowFacts) {
  const holdingOf = rowHolding(incident, holders);
  return live.filter(({ id }) => holdingOf(id).by === 'own');
}

function isBroken({ status }: { status: string }): boolean {
  return status === 'down' || status === 'degraded';
}

const merged: Rule = ({ incident: { mergedInto } }) =>
  mergedInto === null
    ? null
    : {
        say: `Go on in ${mergedInto}.`,
        why: 'This incident was merged into it.',
        act: { kind: 'open_incident', number: mergedInto },
      };

const offered: Rule = ({ incident: { offer }, actor }) =>
  offer?.to.id === actor.id
    ? {
        say: `${offer.from.name} offers you command.`,
        why: 'Read how things stand, then accept or decline.',
        act: { kind: 'accept_command' },
      }
    : null;

const lateResponse: Rule = (facts) => {
  if (facts.clock?.state !== 'overdue' || !isWorking(facts)) return null;
  const step = acknowledging(facts);
  const why = `The response was due ${saidMinute(facts.clock.dueAt)} and nobody has acknowledged.`;
  return step ? stepLine(facts, step, why) : null;
};

const noCommander: Rule = ({ incident, actor }) => {
  if (incident.commander || !isOpenStatus(incident.status)) return null;
  const why = 'Nobody commands yet, and one person has to decide.';
  return isAllowed(actor.role, 'incident.take_command')
    ? { say: 'Take command.', why, act: { kind: 'take_command' } }
    : { say: 'Find somebody who takes command.', why: `${why} It takes the commander role.` };
};

const notAcknowledged: Rule = (facts) => {
  const step = isWorking(facts) ? acknowledging(facts) : null;
  return step && !facts.incident.milestones.acknowledged
    ? stepLine(facts, step, step.item.hint ?? 'So that nobody else is paged for the same thing.')
    : null;
};

function acknowledging(facts: NowFacts): OpenStep | null {
  return listOpenSteps(facts).find(({ item }) => item.milestone === 'acknowledged') ?? null;
}

const worseThanSaid: Rule = ({ incident, proposal }) => {
  if (!proposal || !isOpenStatus(incident.status) || incident.status === 'mitigated') return null;
  const { ladder, severity } = incident;
  const place = ladder.indexOf(proposal.severity);
  if (place < 0 || place >= ladder.indexOf(severity)) return null;
  const { severity: to, because } = proposal;
  return {
    say: `Raise it to ${to}.`,
    why: `The live matrix says so: ${because}.`,
    act: { kind: 'raise_severity', to, because },
  };
};

const brokenAgain: Rule = (facts) => {
  if (facts.incident.status !== 'mitigated') return null;
  const { redWhenMitigated } = facts.incident;
  // Where somebody went on although a row was red, that row is not broken again.
  const broken = ownServices(facts).find((service) => isBroken(service) && !redWhenMitigated.includes(service.id));
  return broken
    ? {
        say: `${broken.name} is ${broken.status} again. Go back to investigating.`,
        why: 'It was marked mitigated, and users feel it again.',
        act: { kind: 'move', to: 'investigating' },
      }
    : null;
};

const nobodyKnows: Rule = (facts) => {
  const { incident, triage, escalation, nowMs } = facts;
  if (!isWorking(facts) || triage.failureClass || triage.backup) return null;
  const { afterMinutes, severity, invite, advice } = escalation.unclassified;
  if (nowMs - Date.parse(incident.declaredAt) < afterMinutes * 60_000) return null;
  const contact = escalation.contacts.find(({ id }) => id === invite)?.label ?? invite;
  const higher = incident.ladder.indexOf(severity) < incident.ladder.indexOf(incident.severity);
  return {
    say: higher ? `Make it ${severity} and call the ${contact.toLowerCase()}.` : `Call the ${contact.toLowerCase()}.`,
    why: `Not classified after ${afterMinutes} minutes. ${advice}`,
    act: { kind: 'call_backup', severity },
  };
};

const healthyAgain: Rule = (facts) => {
  const { troubled } = facts.incident;
  const own = ownServices(facts);
  // What is switched off on purpose does not come back; unless somebody named it.
  const isWell = ({ id, status }: LiveService) =>
    status === 'ok' || (status === 'disabled' && !facts.incident.services.includes(id));
  const services = own.filter(({ id }) => troubled.includes(id));
  if (!isWorking(facts) || services.length === 0 || !own.every(isWell)) return null;
  const names = services.map(({ name }) => name).join(' and ');
  return {
    say: 'Mark it mitigated, if users confirm.',
    why: `${names} ${services.length === 1 ? 'is' : 'are'} ok again.`,
    act: { kind: 'move', to: 'mitigated' },
  };
};

const overdueStep: Rule = (facts) => {
  const late = listOpenSteps(facts).find(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < facts.nowMs);
  if (!late?.dueAt || !isOpenStatus(facts.incident.status)) return null;
  return stepLine(
    facts,
    late,
    `It was wanted by ${saidMinute(late.dueAt)}${late.assignedTo ? ` from ${late.assignedTo.name}` : ''}.`,
  );
};

const findClass: Rule = (facts) => {
  const [best] = facts.classes;
  const [next] = listOpenSteps(facts);
  if (!isWorking(facts) || facts.triage.failureClass || facts.triage.noneFits || !best?.because) return null;
  // The steps before it come first: what one looks at there may say something else.
  if (next && !next.item.isClassifying && next.checklist.items.some(({ isClassifying }) => isClassifying)) return null;
  const { id: failureClass, symptom } = best.failureClass;
  return {
    say: `Set the failure class: ${symptom}?`,
    why: `Suggested by the live matrix: ${best.because}.`,
    act: { kind: 'set_class', failureClass, symptom, because: best.because },
  };
};

const nextStep: Rule = (facts) => {
  if (!isWorking(facts)) return null;
  const open = listOpenSteps(facts);
  const own = open.find(({ assignedTo }) => assignedTo?.id === facts.actor.id);
  const next = own ?? open.find(({ assignedTo }) => assignedTo === null) ?? open[0];
  if (!next) return null;
  const whose = own ? 'It is yours, and next' : `Next in “${next.checklist.title}”`;
  return stepLine(facts, next, next.item.hint ? `${whose}. ${next.item.hint}` : `${whose}.`);
};

const identify: Rule = ({ incident }) =>
  incident.status === 'investigating'
    ? {
        say: 'Mark it identified once the cause is known.',
        why: 'No step is left in the open checklists. Open another runbook, or write down what you see.',
        act: { kind: 'move', to: 'identified' },
      }
    : null;

const mitigate: Rule = ({ incident }) =>
  incident.status === 'identified'
    ? {
        say: 'Stop the harm, then mark it mitigated.',
        why: 'The cause is known and no step is left.',
        act: { kind: 'move', to: 'mitigated' },
      }
    : null;

const resolve: Rule = ({ incident }) =>
  incident.status === 'mitigated'
    ? {
        say: 'Resolve it with its cause and what ended it.',
        why: 'Users no longer feel it. Both go into the closing word and the postmortem.',
        act: { kind: 'move', to: 'resolved' },
      }
    : null;

const postmortem: Rule = ({ incident, postmortemDueAt, nowMs }) => {
  if (postmortemDueAt === null || isOpenStatus(incident.status)) return null;
  const isLate = Date.parse(postmortemDueAt) < nowMs;
  return {
    say: isLate ? 'Finish the postmortem: it is overdue.' : 'Finish the postmortem.',
    why: `${isLate ? 'It was due' : 'It is due'} ${saidMinute(postmortemDueAt)}. A draft is written from the record.`,
    act: { kind: 'postmortem' },
  };
};

const close: Rule = ({ incident }) =>
  incident.status === 'resolved'
    ? { say: 'Close it.', why: 'It is resolved and nothing is owed.', act: { kind: 'move', to: 'closed' } }
    : null;

/** In order: the first that answers is what to do. N18 is what is left. */
export const nowRules: Record<string, Rule> = {
  ...{ N1: merged, N2: offered, N3: lateResponse, N4: noCommander, N5: notAcknowledged, N6: worseThanSaid },
  ...{
    N7: brokenAgain,
    N8: nobodyKnows,
    ...tellingRules,
    N9: healthyAgain,
    N10: overdueStep,
    N11: findClass,
    N12: nextStep,
  },
  ...{ N13: identify, N14: mitigate, N15: resolve, N16: postmortem, N17: close },
};
