'use client';

import type { ReactNode } from 'react';
import { useNow } from '@/lib/client/store/use-now';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { isOpenStatus } from '@/lib/domain/incident/is-open-status';
import type { ResponseClock } from '@/lib/domain/incident/response-clock';
import { saidMinute } from '@/lib/domain/kernel/event-words';
import { stopwatch } from '../ui/format-time';

interface OpenClockProps {
  incident: IncidentState;
  /** How the response stands at a moment; null when the severity asks for none. */
  responseAt: (nowMs: number) => ResponseClock | null;
  nowMs: number;
  /** More clocks below. */
  children?: ReactNode;
}

function endOf({ status, statusSince, milestones }: IncidentState, nowMs: number): number {
  if (isOpenStatus(status)) return nowMs;
  return Date.parse(milestones.resolved ?? statusSince);
}

function Response({ clock, nowMs }: { clock: ResponseClock; nowMs: number }) {
  const title = `Response due ${saidMinute(clock.dueAt)}`;
  if (clock.state === 'met') return null;
  if (clock.state === 'running')
    return (
      <span title={title}>
        respond in{' '}
        <span className="font-semibold text-degraded text-lg">{stopwatch(Date.parse(clock.dueAt) - nowMs)}</span>
      </span>
    );
  const words = clock.state === 'late' ? 'response was late' : 'response overdue';
  return (
    <strong title={title} className="font-semibold text-down">
      {words}
    </strong>
  );
}

/** How long it has been open, or was; and until when somebody has to respond. A leaf, so that its second redraws nothing else. */
export function OpenClock({ incident, responseAt, nowMs, children }: OpenClockProps) {
  const now = useNow(1_000, nowMs);
  const isOpen = isOpenStatus(incident.status);
  const clock = isOpen ? responseAt(now) : null;
  return (
    <div className="flex flex-wrap gap-x-4 whitespace-nowrap sm:grid sm:justify-items-end text-dim leading-tight">
      <span>
        {isOpen ? 'open' : 'was open'}{' '}
        <span className="font-semibold text-lg text-text">
          {stopwatch(endOf(incident, now) - Date.parse(incident.declaredAt))}
        </span>
      </span>
      {clock && <Response clock={clock} nowMs={now} />}
      {children}
    </div>
  );
}
