import type { EvidenceRecipe } from './evidence-guide';

type Conditional = Pick<EvidenceRecipe, 'id' | 'ifAnswers'>;

/** A row of the live matrix: `down` is known to be down, never merely unknown. */
interface LiveRow {
  id: string;
  name: string;
  status: string;
}

/** Rule E13: what a dead server is not asked for, by recipe, with why. What nobody knows is asked for. */
export function notRequired(recipes: readonly Conditional[], rows: readonly LiveRow[]): Record<string, string> {
  const entries = recipes.flatMap(({ id, ifAnswers }) => {
    const row = rows.find((one) => one.id === ifAnswers);
    return row?.status === 'down' ? [[id, `${row.name} is down`] as const] : [];
  });
  return Object.fromEntries(entries);
}
