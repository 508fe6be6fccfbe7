import type { Checklist, ChecklistItem } from '../catalogue/catalogue';
import type { IncidentEvent } from '../incident/events';
import type { Recorded } from '../kernel/event';
import type { StepRef, TriageEvent } from './events';
import { adHocId, itemKey, type TriageState } from './triage';

type Declared = Extract<IncidentEvent, { type: 'incident.declared' }>;

/** Folds one event into the checklists. */
export function evolveTriage(state: TriageState | null, event: Recorded<TriageEvent | Declared>): TriageState {
  if (event.type === 'incident.declared') {
    const { checklists } = event.data;
    return { ...nothingYet, checklists, declaredWith: checklists.map(({ id }) => id) };
  }
  if (!state) throw new Error(`event ${event.seq} ${event.type} stands before the declaration`);
  switch (event.type) {
    case 'triage.failure_class_set':
      return { ...state, failureClass: event.data.failureClass, noneFits: null };
    case 'triage.no_class_fits':
      return { ...state, failureClass: null, noneFits: { by: event.actor, at: event.occurredAt } };
    case 'triage.backup_called':
      return { ...state, backup: { contact: event.data.contact, at: event.occurredAt } };
    case 'triage.checklist_opened':
      return withChecklist(state, event.data);
    case 'triage.checklist_closed':
      return withoutChecklist(state, event.data.checklistId);
    case 'triage.item_added':
      return { ...state, checklists: withItem(state.checklists, event.data) };
    default:
      return settle(state, event);
  }
}

/** Before anything was done. */
export const nothingYet: Omit<TriageState, 'checklists'> = {
  declaredWith: [],
  ticks: {},
  skips: {},
  assigned: {},
  due: {},
  answers: {},
  failureClass: null,
  noneFits: null,
  openedFor: {},
  backup: null,
};

type Opened = Extract<TriageEvent, { type: 'triage.checklist_opened' }>['data'];

function withChecklist(state: TriageState, { checklist, forClass }: Opened): TriageState {
  const openedFor = forClass === undefined ? state.openedFor : { ...state.openedFor, [checklist.id]: forClass };
  return { ...state, checklists: [...state.checklists, checklist], openedFor };
}

/** Only what nobody touched is closed: at most its steps were ticked by what they are bound to. */
function withoutChecklist(state: TriageState, checklistId: string): TriageState {
  const isElsewhere = (key: string) => !key.startsWith(`${checklistId}/`);
  return {
    ...state,
    checklists: state.checklists.filter(({ id }) => id !== checklistId),
    openedFor: without(state.openedFor, checklistId),
    ticks: Object.fromEntries(Object.entries(state.ticks).filter(([key]) => isElsewhere(key))),
  };
}

type OnStep = Extract<TriageEvent, { data: { itemId: string } }>;
type Settling = Exclude<OnStep, { type: 'triage.item_added' }>;

function settle(state: TriageState, event: Recorded<Settling>): TriageState {
  const key = itemKey(event.data.checklistId, event.data.itemId);
  const byAt = { by: event.actor, at: event.occurredAt };
  switch (event.type) {
    case 'triage.item_ticked':
      return { ...state, ticks: { ...state.ticks, [key]: byAt }, skips: without(state.skips, key) };
    case 'triage.item_unticked':
      return { ...state, ticks: without(state.ticks, key), answers: withoutAnswer(state, event.data) };
    case 'triage.question_answered':
      return {
        ...withAnswer(state, key, byAt),
        answers: { ...state.answers, [event.data.question]: { ...byAt, answer: event.data.answer } },
      };
    case 'triage.item_skipped':
      return { ...state, skips: { ...state.skips, [key]: { ...byAt, reason: event.data.reason } } };
    case 'triage.item_taken_up_again':
      return { ...state, skips: without(state.skips, key) };
    case 'triage.item_assigned':
      return { ...state, assigned: withOrWithout(state.assigned, key, event.data.to) };
    case 'triage.item_due_set':
      return { ...state, due: withOrWithout(state.due, key, event.data.dueAt) };
  }
}

/** Whoever answers first has done the step. */
function withAnswer(state: TriageState, key: string, byAt: TriageState['ticks'][string]): TriageState {
  const ticks = Object.hasOwn(state.ticks, key) ? state.ticks : { ...state.ticks, [key]: byAt };
  return { ...state, ticks, skips: without(state.skips, key) };
}

/** A question whose tick is taken back is open again. */
function withoutAnswer({ checklists, answers }: TriageState, { checklistId, itemId }: StepRef): TriageState['answers'] {
  const list = checklists.find(({ id }) => id === checklistId);
  const question = list?.items.find(({ id }) => id === itemId)?.question;
  return question ? without(answers, question.id) : answers;
}

function withItem(checklists: Checklist[], { itemId, title }: StepRef): Checklist[] {
  const item: ChecklistItem = { id: itemId, title };
  if (!checklists.some(({ id }) => id === adHocId))
    return [...checklists, { id: adHocId, title: 'Added here', items: [item] }];
  return checklists.map((list) => (list.id === adHocId ? { ...list, items: [...list.items, item] } : list));
}

function without<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  const { [key]: _, ...rest } = record;
  return rest;
}

function withOrWithout<Value>(record: Record<string, Value>, key: string, value: Value | null) {
  return value === null ? without(record, key) : { ...record, [key]: value };
}
