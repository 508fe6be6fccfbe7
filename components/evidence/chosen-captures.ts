import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import { type Capture, capturesOf } from '@/lib/domain/evidence/capture-of';

/** A target that is an instance of a service. */
export interface LiveInstance {
  id: string;
  name: string;
  /** True while it does not answer, or nobody knows. */
  isOut: boolean;
}

/** A target's id, or all of them. */
export type InstanceChoice = string | 'all';

/** One way to run a recipe that knows instances. */
export interface InstanceOption {
  id: InstanceChoice;
  label: string;
}

/** Rule E14: each instance and all of them; none for a recipe that runs in one place. */
export function optionsOf(
  { perInstance = [] }: Pick<EvidenceRecipe, 'perInstance'>,
  live: readonly LiveInstance[],
): InstanceOption[] {
  if (perInstance.length === 0) return [];
  const each = perInstance.map(({ target }) => {
    const known = live.find(({ id }) => id === target);
    return { id: target, label: `${known?.name ?? target}${known?.isOut ? ', which is out' : ''}` };
  });
  return [...each, { id: 'all', label: perInstance.length === 2 ? 'Both' : `All ${perInstance.length}` }];
}

/** The one that is out; all of them when several are, or none. */
export function firstChoice(
  { perInstance = [] }: Pick<EvidenceRecipe, 'perInstance'>,
  live: readonly LiveInstance[],
): InstanceChoice {
  const out = perInstance.filter(({ target }) => live.some(({ id, isOut }) => id === target && isOut));
  return out.length === 1 ? (out[0]?.target ?? 'all') : 'all';
}

/** The runs of a recipe for that choice. */
export function chosenCaptures(recipe: EvidenceRecipe, choice: InstanceChoice): Capture[] {
  const all = capturesOf(recipe);
  const chosen = all.filter(({ instance }) => instance?.target === choice);
  return chosen.length > 0 ? chosen : all;
}
