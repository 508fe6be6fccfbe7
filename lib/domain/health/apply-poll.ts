import type { ComponentReading, ComponentStatus } from './health';
import type { PollResult } from './poll-result';
import type { ComponentSnapshot, TargetSnapshot } from './target-snapshot';

/** A change of status of a component, or of the target itself (component ''). */
export interface HealthTransition {
  targetId: string;
  component: string;
  from: ComponentStatus;
  to: ComponentStatus;
  at: string;
  message?: string;
}

const keptChanges = 20;

/** Rules H22 to H24: what is known of a target after one more poll. A failed poll makes it unknown and keeps the last good values. */
export function applyPoll(
  before: TargetSnapshot,
  poll: PollResult,
): { after: TargetSnapshot; transitions: HealthTransition[] } {
  return poll.ok ? applyAnswer(before, poll) : applyFailure(before, poll);
}

function applyFailure(before: TargetSnapshot, { at, reason }: Extract<PollResult, { ok: false }>) {
  const changed = before.status !== 'unknown';
  const after: TargetSnapshot = {
    ...before,
    status: 'unknown',
    since: changed ? at : before.since,
    changesAt: changed ? remember(before.changesAt, at) : before.changesAt,
    answersSince: null,
    answerChangesAt: before.answersSince === null ? before.answerChangesAt : remember(before.answerChangesAt, at),
    polledAt: at,
    latencyMs: null,
    message: reason,
  };
  const transitions = changed
    ? [{ targetId: before.id, component: '', from: before.status, to: 'unknown' as const, at, message: reason }]
    : [];
  return { after, transitions };
}

function applyAnswer(before: TargetSnapshot, { at, latencyMs, reading }: Extract<PollResult, { ok: true }>) {
  const { message: _, ...kept } = before;
  const isFirst = before.polledAt === null;
  const changed = !isFirst && before.status !== reading.overall;
  const components = reading.components.map((component) => nextComponent(before, component, at));
  const after: TargetSnapshot = {
    ...kept,
    status: reading.overall,
    since: changed || isFirst ? at : before.since,
    changesAt: changed ? remember(before.changesAt, at) : before.changesAt,
    answersSince: before.answersSince ?? at,
    answerChangesAt:
      before.answersSince !== null || isFirst ? before.answerChangesAt : remember(before.answerChangesAt, at),
    polledAt: at,
    observedAt: at,
    lastKnown: reading.overall,
    latencyMs,
    components,
    ...(reading.message === undefined ? {} : { message: reading.message }),
  };
  const own = changed ? [transition(before.id, '', before.status, reading.overall, at, reading.message)] : [];
  return { after, transitions: [...own, ...componentTransitions(before, components, at)] };
}

function nextComponent(
  before: TargetSnapshot,
  { key, status, latencyMs, message }: ComponentReading,
  at: string,
): ComponentSnapshot {
  const old = before.components.find((component) => component.key === key);
  const changed = old !== undefined && old.status !== status;
  return {
    key,
    status,
    since: old && !changed ? old.since : at,
    changesAt: changed ? remember(old.changesAt, at) : (old?.changesAt ?? []),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(message === undefined ? {} : { message }),
  };
}

function componentTransitions(
  before: TargetSnapshot,
  components: readonly ComponentSnapshot[],
  at: string,
): HealthTransition[] {
  return components.flatMap(({ key, status, message }) => {
    const old = before.components.find((component) => component.key === key);
    return old && old.status !== status ? [transition(before.id, key, old.status, status, at, message)] : [];
  });
}

function transition(
  targetId: string,
  component: string,
  from: ComponentStatus,
  to: ComponentStatus,
  at: string,
  message?: string,
): HealthTransition {
  return { targetId, component, from, to, at, ...(message === undefined ? {} : { message }) };
}

function remember(changesAt: readonly string[], at: string): string[] {
  return [...changesAt, at].slice(-keptChanges);
}
