'use client';

import { useEffect } from 'react';
import { useNow } from '@/lib/client/store/use-now';
import { updateClock } from '@/lib/domain/comms/update-clock';
import type { RecordState } from '@/lib/domain/record-state';

const everyMs = 10_000;

/** Severity and title in the tab, and until when people are told next: in front once that is near, for whoever works in another tab. */
export function TitleHere({ state, nowMs }: { state: RecordState; nowMs: number }) {
  const now = useNow(everyMs, nowMs);
  const words = titleWords(state, now);
  useEffect(() => {
    document.title = words;
  }, [words]);
  return null;
}

function titleWords(state: RecordState, now: number): string {
  const { severity, title, number } = state.incident;
  const name = `${severity} ${title} · ${number}`;
  const clock = updateClock(state, now);
  if (!clock) return name;
  const minutes = Math.ceil((Date.parse(clock.dueAt) - now) / 60_000);
  const due = minutes <= 0 ? 'Update overdue' : `Update in ${minutes} min`;
  return clock.state === 'running' ? `${name} · ${due}` : `${due} · ${name}`;
}
