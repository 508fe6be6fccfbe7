/** What decides whether something that the catalogue wants saved is had. */
export interface HadFacts {
  items: readonly { recipe: string | null; doubt?: unknown; accepted?: unknown }[];
  waived: Record<string, unknown>;
  unanswered?: Record<string, unknown> | undefined;
}

/** Rule E11: whether a file counts as what its recipe asks for: nothing speaks against it, or somebody took it all the same. */
export function isTaken({ doubt, accepted }: HadFacts['items'][number]): boolean {
  return doubt === undefined || accepted !== undefined;
}

/** Rules E1, E3 and E12: saved, gone on without, or known not to answer. */
export function isHad(recipe: string, { items, waived, unanswered = {} }: HadFacts): boolean {
  if (Object.hasOwn(waived, recipe) || Object.hasOwn(unanswered, recipe)) return true;
  return items.some((item) => item.recipe === recipe && isTaken(item));
}
