import 'server-only';
import { nameByRecipe, recogniseRecipe } from '@/lib/domain/evidence/recognise-recipe';
import { now } from '../kernel/clock';
import { recipesOf } from './recipes-of';
import { UploadRefused, uploadProblems } from './upload-refused';

const longestName = 4_096;
const longestRecipe = 80;

/** What a sender said of a file, checked. */
export interface UploadFacts {
  name: string;
  recipe: string | null;
  /** Hex. */
  sha256: string | null;
  /** What the command ended with; null when nobody said, or what was said is no exit status. */
  exitStatus: number | null;
  /** Id of the target that it is said to be of. */
  instance: string | null;
}

export interface SaidFacts {
  name: string | null;
  recipe: string | null;
  sha256: string | null;
  exitStatus?: string | null;
  instance?: string | null;
}

/** The facts as they can be recorded. Throws `UploadRefused`; a recipe that nobody knows is no reason to lose a file. */
export async function readUploadFacts(number: string, said: SaidFacts): Promise<UploadFacts> {
  const name = said.name ?? '';
  if (name.includes('\0')) throw bad('name: has a character that cannot be stored');
  if (name.length > longestName) throw bad(`name: expected at most ${longestName} characters`);
  const sha256 = said.sha256?.trim().toLowerCase() ?? null;
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) throw bad('sha256: expected 64 hexadecimal digits');
  const recipes = await recipesOf(number);
  const asked = said.recipe !== null && said.recipe.length <= longestRecipe ? said.recipe : null;
  const recipe = recogniseRecipe(recipes, asked, name);
  const given =
    name.trim() === ''
      ? nameByRecipe(
          recipes.find(({ id }) => id === recipe),
          now().toISOString(),
        )
      : name;
  const exitStatus = /^\d{1,3}$/.test(said.exitStatus ?? '') ? Number(said.exitStatus) : null;
  return { name: given.toWellFormed(), recipe, sha256, exitStatus, instance: said.instance ?? null };
}

function bad(title: string): UploadRefused {
  return new UploadRefused(uploadProblems.badRequest(title));
}
