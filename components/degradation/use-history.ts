'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { History } from '@/lib/domain/health/history';
import type { HistoryWindow } from './history-steps';

const quickestMs = 10_000;

/** The history of one component at one target, up to now; asked again once a step has passed. */
export function useHistory(targetId: string, component: string, span: HistoryWindow, serverNow: () => number) {
  return useQuery({
    queryKey: ['history', targetId, component, span.id],
    queryFn: () => fetchHistory(targetId, component, span, serverNow()),
    refetchInterval: Math.max(quickestMs, Math.min(span.stepSeconds * 1_000, 60_000)),
    placeholderData: keepPreviousData,
  });
}

async function fetchHistory(target: string, component: string, span: HistoryWindow, nowMs: number): Promise<History> {
  // Ends on a whole step, so that the bars stand still from one look to the next.
  const stepMs = span.stepSeconds * 1_000;
  const to = Math.ceil((nowMs + 1) / stepMs) * stepMs;
  const query = new URLSearchParams({
    target,
    component,
    from: new Date(to - span.seconds * 1_000).toISOString(),
    to: new Date(to).toISOString(),
    step: String(span.stepSeconds),
  });
  const response = await fetch(`/api/v1/health/history?${query}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`the history answered ${response.status}`);
  return (await response.json()) as History;
}
