'use client';

import { useNow } from '@/lib/client/store/use-now';
import type { CommsRecord } from '@/lib/domain/comms/record';
import { updateClock } from '@/lib/domain/comms/update-clock';
import { saidMinute } from '@/lib/domain/kernel/event-words';
import { stopwatch } from '../ui/format-time';

const tones = { running: 'text-text', soon: 'text-degraded', overdue: 'text-down' };

/** Until when people are promised the next word. A leaf, so that its second redraws nothing else. */
export function UpdateDue({ record, nowMs }: { record: CommsRecord; nowMs: number }) {
  const now = useNow(1_000, nowMs);
  const clock = updateClock(record, now);
  if (!clock) return null;
  const left = Date.parse(clock.dueAt) - now;
  const what = clock.isFirst ? 'first update' : 'next update';
  return (
    <span title={`${what} due ${saidMinute(clock.dueAt)}${clock.isSnoozed ? ', put off' : ''}`} className="text-dim">
      {clock.state === 'overdue' ? `${what} overdue ` : `${what} in `}
      <span className={`font-semibold text-lg ${tones[clock.state]}`}>{stopwatch(Math.abs(left))}</span>
    </span>
  );
}
