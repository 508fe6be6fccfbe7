'use client';

import { useId } from 'react';
import type { ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import type { StepActions } from './step-actions';
import { StepAnswers } from './step-answers';
import { StepDo } from './step-do';
import { Excused, StepLock } from './step-lock';
import { StepMarks } from './step-marks';
import { StepMenu, type StepQuestion } from './step-menu';
import type { StepView } from './step-view';
import { TickedBy } from './ticked-by';

interface ChecklistRowProps {
  step: StepView;
  /** True for the one step that Tab reaches. */
  isEntry: boolean;
  mayTick: boolean;
  nowMs: number;
  actions: StepActions;
  onFocus: (key: string) => void;
  onAsk: (question: StepQuestion, step: StepView) => void;
}

/** A tick, or what the step stands for; a question leads to its answers. */
function press(step: StepView, actions: StepActions, box: HTMLElement): void {
  const { tick, doing } = step;
  if (tick || doing.kind === 'tick') actions.toggle(step, tick !== null);
  else if (doing.kind === 'answer') box.closest('li')?.querySelector<HTMLElement>('[data-answers] button')?.focus();
  else if (actions.mayPerform(doing)) actions.perform(doing);
}

function Links({ links }: { links: NonNullable<ChecklistItem['links']> }) {
  return (
    <p className="flex flex-wrap gap-x-3">
      {links.map(({ label, url }) => (
        <a
          key={url}
          href={url}
          target="_blank"
          rel="noreferrer"
          className="rounded-sm text-accent text-sm hover:underline pointer-coarse:py-2"
        >
          {label}
        </a>
      ))}
    </p>
  );
}

/** One step: what to do, how, who is to do it until when, and who did it. */
export function ChecklistRow({ step, isEntry, mayTick, nowMs, actions, onFocus, onAsk }: ChecklistRowProps) {
  const id = useId();
  const { item, tick, skip, missing, notNeeded } = step;
  const isLocked = missing.length > 0 && !tick;
  return (
    <li className="grid grid-cols-[auto_1fr_auto_auto] items-start gap-x-2 py-1 pr-1.5 pl-3.5 hover:bg-raise">
      <input
        id={id}
        type="checkbox"
        data-step={step.key}
        checked={Boolean(tick)}
        onChange={(event) => press(step, actions, event.currentTarget)}
        data-locked={isLocked || undefined}
        onFocus={() => onFocus(step.key)}
        disabled={!mayTick}
        tabIndex={isEntry ? 0 : -1}
        aria-describedby={`${id}-more`}
        aria-keyshortcuts={mayTick ? 'x s a' : undefined}
        className="tickbox mt-1 size-4.5 pointer-coarse:size-6"
      />
      <div className="grid gap-0.5 py-0.5">
        <label htmlFor={id} className={tick || notNeeded !== null ? 'text-dim' : skip ? 'text-dim line-through' : ''}>
          {item.title}
        </label>
        <div id={`${id}-more`} className="grid gap-0.5 empty:hidden">
          <StepMarks step={step} nowMs={nowMs} />
          {!tick && !skip && notNeeded === null && <Excused excused={step.excused} />}
          {isLocked && !skip && notNeeded === null && <StepLock missing={missing} mayAct={mayTick} actions={actions} />}
        </div>
        {mayTick && notNeeded === null && <StepAnswers step={step} actions={actions} />}
        {mayTick && <StepDo step={step} actions={actions} />}
        {item.links && <Links links={item.links} />}
      </div>
      {tick ? <TickedBy tick={tick} /> : <span />}
      {mayTick && <StepMenu step={step} isEntry={isEntry} actions={actions} onAsk={onAsk} />}
    </li>
  );
}
