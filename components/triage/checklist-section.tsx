'use client';

import { Fragment, type ReactNode, useId } from 'react';
import type { ListView, StepView } from './step-view';

interface ChecklistSectionProps {
  list: ListView;
  isOpen: boolean;
  onToggle: () => void;
  renderStep: (step: StepView) => ReactNode;
}

function startsPart(step: StepView, before: StepView | undefined): boolean {
  const { heading } = step.item;
  return heading !== undefined && heading.id !== before?.item.heading?.id;
}

/** One checklist with how far it is; it folds. Parts of a runbook keep their headings. */
export function ChecklistSection({ list, isOpen, onToggle, renderStep }: ChecklistSectionProps) {
  const id = useId();
  const { title, steps, total, settled, isFinished } = list;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3>
        <button
          type="button"
          id={`${id}-title`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
          className="flex w-full items-center gap-2 px-3.5 pt-2.5 pb-1 text-left font-semibold text-dim text-xs hover:text-text pointer-coarse:min-h-11"
        >
          <span aria-hidden="true" className={`transition-transform ${isOpen ? 'rotate-90' : ''}`}>
            ›
          </span>
          <span className="min-w-0 flex-1">{title}</span>
          <span className={isFinished ? 'text-ok' : 'text-faint'}>
            {isFinished ? 'done, ' : ''}
            {settled} of {total}
          </span>
        </button>
      </h3>
      {isOpen && (
        <ul id={id}>
          {steps.map((step, index) => (
            <Fragment key={step.key}>
              {startsPart(step, steps[index - 1]) && (
                <li className="px-3.5 pt-1.5 text-faint text-xs">{step.item.heading?.title}</li>
              )}
              {renderStep(step)}
            </Fragment>
          ))}
        </ul>
      )}
    </section>
  );
}
