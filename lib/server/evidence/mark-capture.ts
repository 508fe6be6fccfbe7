import 'server-only';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import { readService } from '@/lib/domain/degradation/read-service';
import { shown } from '@/lib/domain/evidence/describe-evidence';
import { type Doubt, doubtCapture } from '@/lib/domain/evidence/doubt';
import type { Captured } from '@/lib/domain/evidence/events';
import { markInstance } from '@/lib/domain/evidence/mark-instance';
import { healthBoard } from '../health/health-board';
import { now } from '../kernel/clock';
import { maskText } from './mask';
import { recipesOf } from './recipes-of';

/** What is known of a file that has arrived. */
export interface ArrivedFacts {
  recipe: string | null;
  /** Id of a target; null when nobody said. */
  instance: string | null;
  exitStatus: number | null;
  sizeBytes: number;
  mediaType: string;
  head: Buffer;
}

/** What a file says of itself beside its bytes. */
export type CaptureMarks = Pick<Captured, 'instance' | 'doubt'>;

/** Rules E11 and E14: of which instance it is, and what speaks against taking it. Judged is what is of a recipe, or says how its command ended. */
export async function markCapture(number: string, facts: ArrivedFacts): Promise<CaptureMarks> {
  const recipe = (await recipesOf(number)).find(({ id }) => id === facts.recipe);
  const { sizeBytes, mediaType, exitStatus } = facts;
  if (!recipe && exitStatus === null) return {};
  const head = facts.head.toString('utf8');
  const ofContent = doubtCapture({ sizeBytes, mediaType, exitStatus, head, command: recipe?.command ?? '' });
  const ofInstance = markInstance(recipe ?? {}, facts.instance, instancesOf(recipe));
  return ofContent ? { ...ofInstance, doubt: await withoutSecrets(ofContent) } : ofInstance;
}

/** What each of its instances says right now. */
function instancesOf(recipe: EvidenceRecipe | undefined) {
  const instances = recipe?.perInstance?.map(({ target }) => target) ?? [];
  if (instances.length === 0) return [];
  return readService({ instances, healthKeys: [] }, healthBoard().view().targets, now().getTime());
}

/** A message of an error may carry the password that it could not log in with. */
async function withoutSecrets({ said, ...doubt }: Doubt): Promise<Doubt> {
  return said === undefined ? doubt : { ...doubt, said: shown(await maskText(said)) };
}
