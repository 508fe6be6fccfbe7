import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import { isHad, isTaken } from '../incident/had-evidence';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { EvidenceEvent } from './events';
import type { OnFileInput } from './inputs';
import type { EvidenceRecord } from './record';

/** Rule E11: somebody looked at what was doubted and takes it all the same. What nobody doubts needs no such word. */
export function acceptEvidence(
  { incident, evidence }: EvidenceRecord,
  { evidenceId }: OnFileInput,
  { actor }: RecordContext,
): Decision<EvidenceEvent> {
  const refusal = policyRefusal(actor, 'evidence.accept') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const item = evidence.items.find((one) => one.evidenceId === evidenceId);
  if (!item) return refuse({ code: 'unknown_evidence', evidenceId });
  return isTaken(item) ? accept() : accept({ type: 'evidence.accepted', data: { evidenceId, name: item.name } });
}

/** Rule E12: a failed attempt says that its source does not answer, where the catalogue names one. */
export function recordNoAnswer(
  { incident, evidence }: EvidenceRecord,
  { evidenceId }: OnFileInput,
  { actor, looked }: RecordContext,
): Decision<EvidenceEvent> {
  const refusal = policyRefusal(actor, 'evidence.record_no_answer') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const item = evidence.items.find((one) => one.evidenceId === evidenceId);
  if (!item) return refuse({ code: 'unknown_evidence', evidenceId });
  if (!looked?.catalogue) return refuse({ code: 'only_on_server' });
  const { evidence: guide, services } = looked.catalogue;
  const recipe = guide.recipes.find(({ id }) => id === item.recipe);
  if (!recipe?.ifAnswers || isTaken(item)) return refuse({ code: 'no_failed_attempt', name: item.name });
  if (isHad(recipe.id, evidence)) return accept();
  const source = services.find(({ id }) => id === recipe.ifAnswers)?.name ?? recipe.ifAnswers;
  const { id, title } = recipe;
  return accept({
    type: 'evidence.unanswered',
    data: { evidenceId, name: item.name, recipe: { id, title }, source },
  });
}
