import { type DecideContext, toRef } from './access/actor';
import type { ChecklistItem } from './catalogue/catalogue';
import { readAct } from './catalogue/step-act';
import type { DomainEvent, RecordedEvent } from './contents';
import { evolve } from './evolve';
import type { RecordContext } from './incident/record-context';
import { accept, type Decision } from './kernel/decision';
import type { RecordState } from './record-state';
import type { TriageEvent } from './triage/events';
import { liveServices } from './triage/set-failure-class';
import { stepBinding } from './triage/step-holds';
import { notNeeded, type StepFacts } from './triage/step-need';
import { isSettled, itemKey } from './triage/triage';

/**
 * Rules T13 and T14: what a command brings about ticks the steps that stood for it, in the same commit and under the
 * same name. What held before it ticks only steps that have just been opened: whoever takes such a tick back means it.
 * What is not needed is not ticked (T12). `before` is null for a declaration.
 */
export function settleSteps(
  before: RecordState | null,
  decision: Decision<DomainEvent>,
  context: RecordContext,
): Decision<DomainEvent> {
  if (!decision.ok || decision.events.length === 0) return decision;
  const after = stateAfter(before, decision.events, context);
  const isSent = decision.events.some(({ type }) => type === 'comms.update_sent');
  const ticks = after.triage.checklists.flatMap((list) => {
    const isNew = !before?.triage.checklists.some(({ id }) => id === list.id);
    return list.items.flatMap((item): TriageEvent[] => {
      if (isSettled(after.triage, itemKey(list.id, item.id))) return [];
      const isSaid = item.does !== undefined && readAct(item.does)?.command === 'comms.send_update';
      if (notNeeded(item, factsOf(after, context)) !== null) return [];
      const isNowSo = isSo(item, after);
      const wasSo = before !== null && isSo(item, before) && notNeeded(item, factsOf(before, context)) === null;
      if (!(isSaid && isSent && !isNew) && !(isNowSo && (isNew || !wasSo))) return [];
      return [{ type: 'triage.item_ticked', data: { checklistId: list.id, itemId: item.id, title: item.title } }];
    });
  });
  return ticks.length > 0 ? accept(...decision.events, ...ticks) : decision;
}

function isSo(item: ChecklistItem, state: RecordState): boolean {
  return stepBinding(item, state)?.holds ?? isAnswered(item, state);
}

function factsOf({ incident, triage }: RecordState, { now, looked }: RecordContext): StepFacts {
  // A call that was just made has not made its own step needless.
  return { incident, triage: { ...triage, backup: null }, nowMs: Date.parse(now), live: liveServices(looked) };
}

function isAnswered({ question }: { question?: { id: string } | undefined }, { triage }: RecordState): boolean {
  return question !== undefined && Object.hasOwn(triage.answers, question.id);
}

function stateAfter(before: RecordState | null, facts: readonly DomainEvent[], context: DecideContext): RecordState {
  const { actor, now, occurredAt } = context;
  const state = facts.reduce<RecordState | null>((known, { at, ...fact }, index) => {
    const stamps = { seq: index + 1, actor: toRef(actor), recordedAt: now, commandId: '' };
    return evolve(known, { ...fact, ...stamps, occurredAt: at ?? occurredAt } as RecordedEvent);
  }, before);
  if (!state) throw new Error('a decision without events has no state');
  return state;
}
