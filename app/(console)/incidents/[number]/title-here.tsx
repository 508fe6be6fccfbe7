'use client';

import { useEffect } from 'react';
import { useNow } from '@/lib/client/store/use-now';
import { updateClock } from '@/lib/domain/comms/update-clock';
import type { RecordState } from '@/lib/domain/record-state';

const everyMs = 10_000;

/** Severity and title in the tab, led by the next update once that is near: whoever works in another tab sees it. */
export function TitleHere({ state, nowMs }: { state: RecordState; nowMs: number }) {
  const now = useNow(everyMs, nowMs);
  const { severity, title, number } = state.incident;
  const clock = updateClock(state, now);
  const lead = clock && clock.state !== 'running' ? `${dueWords(clock.dueAt, now)} · ` : '';
  const words = `${lead}${severity} ${title} · ${number}`;
  useEffect(() => {
    document.title = words;
  }, [words]);
  return null;
}

function dueWords(dueAt: string, now: number): string {
  const minutes = Math.ceil((Date.parse(dueAt) - now) / 60_000);
  return minutes <= 0 ? 'Update overdue' : `Update in ${minutes} min`;
}
