import type { EvidenceRecipe, RecipeInstance } from '../catalogue/evidence-guide';

/** One run of a recipe: as it stands, or on one of its instances. */
export interface Capture {
  recipe: EvidenceRecipe;
  /** Null for a recipe that knows no instances. */
  instance: RecipeInstance | null;
  command: string;
  /** What the shell calls the file, with its pattern for the time. */
  fileName: string;
}

/** Rule E14: a recipe's runs, one for each of its instances, in the catalogue's order. */
export function capturesOf(recipe: EvidenceRecipe): Capture[] {
  const { command, fileName, perInstance = [] } = recipe;
  const [first] = perInstance;
  const plain = withoutRedirect(command, fileName);
  if (!first) return [{ recipe, instance: null, command: plain, fileName }];
  return perInstance.map((instance) => ({
    ...{ recipe, instance },
    command: plain.replaceAll(first.name, instance.name),
    fileName: fileNameFor(recipe, instance),
  }));
}

/** The command's own name for the first instance; the others have their target's id in it. */
export function fileNameFor(
  { fileName, perInstance = [] }: Pick<EvidenceRecipe, 'fileName' | 'perInstance'>,
  { target }: RecipeInstance,
): string {
  if (perInstance[0]?.target === target) return fileName;
  return fileName.replace(/(\.[A-Za-z0-9]{1,8})?$/, (ending) => `-${target}${ending}`);
}

/** The command without the file that it writes to by itself. */
function withoutRedirect(command: string, fileName: string): string {
  const text = command.trimEnd();
  const start = text.lastIndexOf('>');
  const target = text.slice(start + 1).trim();
  const isOwnFile = start >= 0 && (target === fileName || target.endsWith(`/${fileName}`));
  return isOwnFile ? text.slice(0, start).replace(/(\s|\\\n)+$/, '') : text;
}
