import { type GateFacts, missingEvidence } from './gate';
import { listOpenSteps } from './list-open-steps';
import type { TriageState } from './triage';

/** Each set of recipes that keeps at least one open step locked (rule E1), once. */
export function listLocks(triage: TriageState, gate: GateFacts): string[][] {
  const sets = listOpenSteps(triage).map(({ item }) => missingEvidence(item, gate));
  const byKey = new Map(sets.filter((set) => set.length > 0).map((set) => [set.toSorted().join('+'), set]));
  return [...byKey.values()];
}
