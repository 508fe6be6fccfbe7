import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import { isHad } from '../incident/had-evidence';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { EvidenceEvent } from './events';
import type { WaiveInput } from './inputs';
import type { EvidenceRecord } from './record';

/** Rule E3: who commands goes on without evidence, and says why. What is saved or waived already needs no waiver. */
export function waive(
  { incident, evidence }: EvidenceRecord,
  { recipes: asked, reason }: WaiveInput,
  { actor, looked }: RecordContext,
): Decision<EvidenceEvent> {
  const refusal = policyRefusal(actor, 'evidence.waive') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (incident.commander?.id !== actor.id)
    return refuse({ code: 'only_commander_waives', commander: incident.commander?.name ?? null });
  if (!looked?.catalogue) return refuse({ code: 'only_on_server' });
  const known = looked.catalogue.evidence.recipes;
  const unknown = asked.find((id) => !known.some((recipe) => recipe.id === id));
  if (unknown !== undefined) return refuse({ code: 'unknown_recipe', asked: unknown });
  const recipes = known
    .filter(({ id }) => asked.includes(id) && !isHad(id, evidence))
    .map(({ id, title }) => ({ id, title }));
  return recipes.length === 0 ? accept() : accept({ type: 'evidence.waived', data: { recipes, reason } });
}
