import type { ChecklistItem } from '../catalogue/catalogue';
import { type HadFacts, isHad } from '../incident/had-evidence';

/** What the gate has to know of the evidence: what is had, and what cannot be had right now. */
export interface GateFacts extends HadFacts {
  /** By recipe, in words, why it is not required (rule E13): `Redis master is down`. Without it, all is. */
  notRequired?: Readonly<Record<string, string>> | undefined;
}

/** Rule E1: ids of the recipes that keep this step locked, in the order the step names them; none when it is open. */
export function missingEvidence(
  { gate, needs = [] }: Pick<ChecklistItem, 'gate' | 'needs'>,
  facts: GateFacts,
): string[] {
  if (gate === undefined) return [];
  const { notRequired = {} } = facts;
  return needs.filter((id) => !Object.hasOwn(notRequired, id) && !isHad(id, facts));
}
