import { Time } from '../ui/time';
import { DueMark } from './due-mark';
import type { StepView } from './step-view';

/** What is to be known about a step beside its words: who, until when, why it was skipped, whether it was sent. */
export function StepMarks({ step, nowMs }: { step: StepView; nowMs: number }) {
  const { item, tick, skip, assignedTo, dueAt, isPending, notNeeded, answer } = step;
  const isOpen = !(tick ?? skip) && notNeeded === null;
  return (
    <>
      {item.hint && isOpen && <p className="text-dim text-sm">{item.hint}</p>}
      {notNeeded !== null && <p className="text-dim text-sm">{notNeeded}</p>}
      {tick && answer !== null && <p className="text-dim text-sm">Answer: {answer}</p>}
      {skip && (
        <p className="text-dim text-sm">
          Skipped by {skip.by.name} at <Time iso={skip.at} zone />
          {skip.reason && `: ${skip.reason}`}
        </p>
      )}
      {isOpen && (assignedTo ?? dueAt) && (
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          {assignedTo && <span className="text-accent">{assignedTo.name}</span>}
          {dueAt && <DueMark dueAt={dueAt} nowMs={nowMs} />}
        </p>
      )}
      {isPending && <p className="after-a-blink text-degraded text-sm">not sent yet</p>}
    </>
  );
}
