import { type GateFacts, missingEvidence } from './gate';
import { listOpenSteps } from './list-open-steps';
import type { StepFacts } from './step-need';

/** Each set of recipes that keeps at least one open step locked (rule E1), once. */
export function listLocks(facts: StepFacts, gate: GateFacts): string[][] {
  const sets = listOpenSteps(facts).map(({ item }) => missingEvidence(item, gate));
  const byKey = new Map(sets.filter((set) => set.length > 0).map((set) => [set.toSorted().join('+'), set]));
  return [...byKey.values()];
}
