import type { InternalFacts } from './internal-facts';
import type { UpdateFacts } from './update-facts';

type KindOf<Value> = Value extends readonly string[] ? 'list' : 'value';
type Kinds<Facts> = { readonly [Name in keyof Facts]: KindOf<Facts[Name]> };

/** What every template may say, and whether it is a list. */
export const publicVariables: Kinds<UpdateFacts> = {
  platform: 'value',
  phase: 'value',
  phaseWord: 'value',
  headline: 'value',
  isTotal: 'value',
  impact: 'list',
  trouble: 'list',
  works: 'value',
  unknown: 'value',
  since: 'value',
  until: 'value',
  doing: 'value',
  nextUpdate: 'value',
};

/** What only templates for the team or for leads may say as well. */
export const internalVariables: Kinds<InternalFacts> = {
  number: 'value',
  severity: 'value',
  commander: 'value',
  symptom: 'value',
  rows: 'list',
  openSteps: 'value',
  cause: 'value',
  mitigation: 'value',
  needs: 'list',
  owesPostmortem: 'value',
};
