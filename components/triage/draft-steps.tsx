'use client';

import { useId } from 'react';
import type { ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';
import { Button } from '../ui/button';
import { Panel } from '../ui/panel';
import { TickedBy } from './ticked-by';

interface DraftStepsProps {
  triage: TriageState;
  /** Why a step is not to be done now; null for one that is. */
  reasonFor: (item: ChecklistItem) => string | null;
  onToggle: (key: string) => void;
  onAnswer: (key: string, answer: string) => void;
}

interface StepProps {
  item: ChecklistItem;
  tick: TriageState['ticks'][string] | undefined;
  /** Why it is not to be done now. */
  reason: string | null;
  answer: string | undefined;
  onToggle: () => void;
  onAnswer: (answer: string) => void;
}

function Answers({ item, answer, onAnswer }: Pick<StepProps, 'item' | 'answer' | 'onAnswer'>) {
  return (
    <fieldset className="flex flex-wrap gap-1.5 py-0.5">
      <legend className="sr-only">{item.title}</legend>
      {item.question?.answers.map((one) => (
        <Button
          key={one}
          look={one === answer ? 'go' : 'quiet'}
          aria-pressed={one === answer}
          onClick={() => onAnswer(one)}
        >
          {one}
        </Button>
      ))}
    </fieldset>
  );
}

function Step({ item, tick, reason, answer, onToggle, onAnswer }: StepProps) {
  const { title, hint, links, question } = item;
  const id = useId();
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-start gap-x-2.5 px-3.5 py-1.5 hover:bg-raise">
      <input
        id={id}
        type="checkbox"
        checked={Boolean(tick)}
        onChange={onToggle}
        disabled={!tick && (question !== undefined || item.isClassifying === true || reason !== null)}
        className="tickbox mt-0.5 size-4.5 pointer-coarse:size-6"
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className={tick || reason !== null ? 'text-dim' : ''}>
          {title}
        </label>
        {reason !== null && !tick && <p className="text-dim text-sm">{reason}</p>}
        {question && reason === null && <Answers {...{ item, answer, onAnswer }} />}
        {hint && !tick && reason === null && <p className="text-dim text-sm">{hint}</p>}
        {links?.map(({ label, url }) => (
          <a
            key={url}
            href={url}
            target="_blank"
            rel="noreferrer"
            className="rounded-sm text-accent text-sm hover:underline"
          >
            {label}
          </a>
        ))}
      </div>
      {tick && <TickedBy tick={tick} />}
    </li>
  );
}

/** The steps before there is an incident: only ticks, each with its time. */
export function DraftSteps({ triage, reasonFor, onToggle, onAnswer }: DraftStepsProps) {
  return triage.checklists.map((list) => (
    <Panel key={list.id} title={list.title} className="min-h-0">
      <ul className="scrolls min-h-0 overflow-y-auto py-1.5">
        {list.items.map((item) => {
          const key = itemKey(list.id, item.id);
          return (
            <Step
              key={key}
              {...{ item, tick: triage.ticks[key], reason: reasonFor(item) }}
              answer={item.question && triage.answers[item.question.id]?.answer}
              onToggle={() => onToggle(key)}
              onAnswer={(one) => onAnswer(key, one)}
            />
          );
        })}
      </ul>
    </Panel>
  ));
}
