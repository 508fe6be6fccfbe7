import type { ChecklistItem } from '../catalogue/catalogue';

/** What the gate has to know of the evidence: what was saved, by recipe, and what was waived. */
export interface GateFacts {
  items: readonly { recipe: string | null }[];
  waived: Record<string, unknown>;
}

/** Rule E1: ids of the recipes that keep this step locked, in the catalogue's order; none when it is open. */
export function missingEvidence({ gate, needs = [] }: ChecklistItem, { items, waived }: GateFacts): string[] {
  if (gate === undefined) return [];
  return needs.filter((id) => !Object.hasOwn(waived, id) && !items.some(({ recipe }) => recipe === id));
}
