import { Time } from '../ui/time';
import { DueMark } from './due-mark';
import type { StepView } from './step-view';

function Lock() {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="mt-1 size-3 flex-none" fill="currentColor">
      <path d="M3 5V3.7a3 3 0 0 1 6 0V5h.5A1.5 1.5 0 0 1 11 6.5v4A1.5 1.5 0 0 1 9.5 12h-7A1.5 1.5 0 0 1 1 10.500v-4A1.5 1.5 0 0 1 2.500 5zm1.400 0h3.200V3.700a1.600 1.600 0 0 0-3.200 0z" />
    </svg>
  );
}

/** What is to be known about a step beside its words: gate, who, until when, why skipped, whether it was sent. */
export function StepMarks({ step, nowMs }: { step: StepView; nowMs: number }) {
  const { item, tick, skip, assignedTo, dueAt, isPending } = step;
  const isOpen = !(tick ?? skip);
  return (
    <>
      {item.hint && isOpen && <p className="text-dim text-sm">{item.hint}</p>}
      {item.gate && !tick && (
        <p className="flex gap-1.5 text-degraded text-sm">
          <Lock /> Mitigation step: save evidence first
        </p>
      )}
      {skip && (
        <p className="text-dim text-sm">
          Skipped by {skip.by.name} at <Time iso={skip.at} zone />: {skip.reason}
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
