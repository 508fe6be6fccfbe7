import type { HealthView, TargetSnapshot } from '../health/target-snapshot';
import { buildMatrix } from './build-matrix';
import { compareRounds, differencesBetween, type RoundFact, type SeenService, seeRows } from './compare-rounds';
import type { MatrixRow } from './matrix';
import type { MatrixCatalogue } from './matrix-catalogue';

/** What a round of polls tells, or that there was none for a while. Times are ISO UTC. */
export type WatchFact =
  | RoundFact
  | { kind: 'gap'; at: string; from: string; to: string; changes: ReturnType<typeof differencesBetween> };

/** A row as it was known at a moment within a round (ISO UTC), before that round was over. */
export interface Glimpse {
  row: MatrixRow;
  at: string;
}

/** What was known after the last round; null before the first. */
export interface Watch {
  seen: ReadonlyMap<string, SeenService>;
  at: string;
}

interface WatchedRound {
  before: readonly TargetSnapshot[];
  view: HealthView;
  nowMs: number;
  /** The last that was known of each row within the round. */
  glimpses?: readonly Glimpse[];
}

/**
 * Rules L6 and L7: what one whole round of polls adds. `before` holds each target as it was before its poll of this round,
 * from memory or as an earlier run of the console stored it.
 */
export function watchRound(
  catalogue: MatrixCatalogue,
  watch: Watch | null,
  { before, view, nowMs, glimpses = [] }: WatchedRound,
): { watch: Watch; facts: WatchFact[] } {
  const { rows } = buildMatrix(catalogue, view, nowMs);
  const at = latest(view.targets) ?? new Date(nowMs).toISOString();
  const gap = findGap(before, view.targets);
  const known = watch ?? firstWatch(catalogue, before);
  if (gap && known) {
    const fact: WatchFact = { kind: 'gap', at: gap.to, ...gap, changes: differencesBetween(known.seen, rows) };
    return { watch: { seen: seenAcross(known, rows, at), at }, facts: [fact] };
  }
  if (!known) return { watch: { seen: seeRows(rows, at), at }, facts: [] };
  const glimpsed = compareGlimpses(known, rows, glimpses);
  const { seen, facts } = compareRounds(glimpsed.seen, { rows, at, previousAt: known.at });
  return { watch: { seen, at }, facts: [...glimpsed.facts, ...facts] };
}

/** What was on the screen for a moment, before nothing was known any more, was known. */
function compareGlimpses(known: Watch, rows: readonly MatrixRow[], glimpses: readonly Glimpse[]) {
  const lost = glimpses.filter(({ row }) =>
    rows.some(({ serviceId, status }) => serviceId === row.serviceId && status === 'unknown'),
  );
  const compared = lost.map(({ row, at }) => compareRounds(known.seen, { rows: [row], at, previousAt: known.at }));
  return {
    seen: new Map([...known.seen, ...compared.flatMap(({ seen }) => [...seen])]),
    facts: compared.flatMap(({ facts }) => facts),
  };
}

/** What an earlier run of the console knew, as of when it knew it; null when there was none. */
function firstWatch(catalogue: MatrixCatalogue, before: readonly TargetSnapshot[]): Watch | null {
  const at = latest(before);
  if (at === null) return null;
  const { rows } = buildMatrix(catalogue, { asOf: at, targets: [...before] }, Date.parse(at));
  return { seen: seeRows(rows, at), at };
}

/** The gap tells that nothing was known meanwhile, so that it is not told of each service once more. */
function seenAcross(known: Watch, rows: Parameters<typeof seeRows>[0], at: string): Map<string, SeenService> {
  return compareRounds(known.seen, { rows, at, previousAt: known.at }).seen;
}

/** Rule L7: nobody asked any target for longer than a value may be shown (rule H20). */
function findGap(before: readonly TargetSnapshot[], after: readonly TargetSnapshot[]) {
  const from = latest(before);
  const to = after.flatMap(({ polledAt }) => polledAt ?? []).sort()[0];
  const intervalMs = Math.max(0, ...after.map((target) => target.intervalMs));
  if (from === null || to === undefined || Date.parse(to) - Date.parse(from) <= 2 * intervalMs) return null;
  return { from, to };
}

function latest(targets: readonly TargetSnapshot[]): string | null {
  return (
    targets
      .flatMap(({ polledAt }) => polledAt ?? [])
      .sort()
      .at(-1) ?? null
  );
}
