import type { EvidenceRecipe } from '../catalogue/evidence-guide';
import { fileNameFor } from './capture-of';

type Named = Pick<EvidenceRecipe, 'id' | 'fileName' | 'perInstance'>;

/**
 * Which capture command a file comes from: the one that was said, when the catalogue has it, else the one whose names
 * look like this. Null when neither tells; the file is evidence all the same.
 */
export function recogniseRecipe(recipes: readonly Named[], asked: string | null, name: string): string | null {
  const said = recipes.find(({ id }) => id === asked);
  if (said) return said.id;
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const like = recipes.filter((recipe) => namesOf(recipe).some((fileName) => patternOf(fileName).test(base)));
  // A name that fits two says nothing.
  return like.length === 1 ? (like[0]?.id ?? null) : null;
}

function namesOf(recipe: Named): string[] {
  const { fileName, perInstance = [] } = recipe;
  return [fileName, ...perInstance.slice(1).map((instance) => fileNameFor(recipe, instance))];
}

// What a shell fills in: $(date +%s), ${HOST}, $HOST, `hostname`.
const filledIn = /\$\([^()]*\)|\$\{[^{}]*\}|\$\w+|`[^`]*`/g;

function patternOf(fileName: string): RegExp {
  const fixed = fileName.split(filledIn).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${fixed.join('[\\w.:+-]{1,40}')}$`);
}

/** The name a capture gets now, where its sender gave none: the shell's pattern for the time filled in. Time is ISO UTC. */
export function nameByRecipe(recipe: Named | undefined, nowIso: string): string {
  const stamp = `${nowIso.slice(0, 10).replaceAll('-', '')}-${nowIso.slice(11, 19).replaceAll(':', '')}`;
  return recipe ? recipe.fileName.replace(filledIn, stamp) : `evidence-${stamp}`;
}
