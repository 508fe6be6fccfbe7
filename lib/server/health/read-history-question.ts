import 'server-only';
import type { HistoryQuestion } from './get-history';

const mostBuckets = 2_000;

/** The question in a query string, or what is wrong with it. Times are ISO with an offset, the step whole seconds. */
export function readHistoryQuestion(
  query: URLSearchParams,
): { ok: true; question: HistoryQuestion } | { ok: false; problem: string } {
  const target = query.get('target') ?? '';
  const from = new Date(query.get('from') ?? Number.NaN);
  const to = new Date(query.get('to') ?? Number.NaN);
  const stepSeconds = Number(query.get('step') ?? 60);
  if (!/^[a-z0-9-]{1,60}$/.test(target)) return { ok: false, problem: 'target: expected the id of a target' };
  if (Number.isNaN(from.getTime())) return { ok: false, problem: 'from: expected an ISO time' };
  if (Number.isNaN(to.getTime()) || to <= from) return { ok: false, problem: 'to: expected an ISO time after from' };
  if (!Number.isInteger(stepSeconds) || stepSeconds < 1) return { ok: false, problem: 'step: expected whole seconds' };
  if ((to.getTime() - from.getTime()) / 1000 / stepSeconds > mostBuckets) {
    return { ok: false, problem: `step: expected at most ${mostBuckets} steps between from and to` };
  }
  return {
    ok: true,
    question: { target, component: (query.get('component') ?? '').slice(0, 200), from, to, stepSeconds },
  };
}
