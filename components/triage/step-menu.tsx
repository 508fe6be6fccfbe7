'use client';

import { useState } from 'react';
import { serverNowMs } from '@/lib/client/store/server-clock';
import { Menu, type MenuItem } from '../ui/menu';
import { doingWords } from './doing-words';
import type { StepActions } from './step-actions';
import type { StepView } from './step-view';

/** What needs a question first. */
export type StepQuestion = 'skip' | 'assign' | 'due';

interface StepMenuProps {
  step: StepView;
  isEntry: boolean;
  actions: StepActions;
  onAsk: (question: StepQuestion, step: StepView) => void;
}

const MINUTE_MS = 60_000;
const look =
  'grid size-7 place-items-center rounded-md text-faint hover:bg-raise hover:text-text focus-visible:text-text pointer-coarse:size-11 no-print';

function inMinutes(minutes: number): string {
  return new Date(serverNowMs() + minutes * MINUTE_MS).toISOString();
}

const item = (label: string, onSelect: () => void): MenuItem => ({ id: label, label, onSelect });

function answers({ step, actions }: StepMenuProps): MenuItem[] {
  const others = step.item.question?.answers.filter((one) => one !== step.answer) ?? [];
  return others.map((one) => item(`Answer: ${one}`, () => actions.answer(step, one)));
}

/** How a step that nothing locks is done; nothing that this person may not do. */
function undone(props: StepMenuProps): MenuItem[] {
  const { step, actions } = props;
  const { doing } = step;
  if (doing.kind === 'tick') return [item('Tick', () => actions.toggle(step, false))];
  if (doing.kind === 'answer') return answers(props);
  return actions.mayPerform(doing) ? [item(doingWords(doing), () => actions.perform(doing))] : [];
}

function itemsFor(props: StepMenuProps): MenuItem[] {
  const { step, actions, onAsk } = props;
  const { missing } = step;
  const ids = missing.map(({ id }) => id);
  const { waive } = actions;
  if (step.tick) return [...answers(props), item('Take back the tick', () => actions.toggle(step, true))];
  const first =
    missing.length === 0
      ? undone(props)
      : [
          item('Save the evidence it needs…', () => actions.capture(ids)),
          ...(waive ? [item('Go on without evidence…', () => waive(ids))] : []),
        ];
  if (step.skip) return [...first, item('Take up again', () => actions.takeUpAgain(step))];
  return [
    ...first,
    item('Skip…', () => onAsk('skip', step)),
    item(step.assignedTo ? 'Assign to somebody else…' : 'Assign…', () => onAsk('assign', step)),
    ...(step.assignedTo ? [item('Assign to nobody', () => actions.assign(step, null))] : []),
    item('Due in 15 min', () => actions.setDue(step, inMinutes(15))),
    item('Due in 1 h', () => actions.setDue(step, inMinutes(60))),
    item('Due at…', () => onAsk('due', step)),
    ...(step.dueAt ? [item('No due time', () => actions.setDue(step, null))] : []),
  ];
}

/** What can be done with one step. A plain button until it is used: a record may have hundreds of steps. */
export function StepMenu(props: StepMenuProps) {
  const [isUsed, setIsUsed] = useState(false);
  const label = `More for: ${props.step.item.title}`;
  const dots = <span aria-hidden="true">⋯</span>;
  if (isUsed) {
    return (
      <Menu label={label} startsOpen className={look} items={itemsFor(props)}>
        {dots}
      </Menu>
    );
  }
  return (
    <button
      type="button"
      tabIndex={props.isEntry ? 0 : -1}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={label}
      onClick={() => setIsUsed(true)}
      className={look}
    >
      {dots}
    </button>
  );
}
