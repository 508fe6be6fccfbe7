import type { CommsPhase } from '../catalogue/comms-guide';
import { phaseOf } from './contradictions/check-phase';
import type { CommsRecord } from './record';
import { lastTold } from './told-update';

/** What was said last and what holds. `said` is null while nothing was said in public. */
export interface UntoldPhase {
  said: CommsPhase | null;
  holds: CommsPhase;
}

/**
 * Rule M17: that it is mitigated or over, while people have not been told. Null once they were; of a private or merged
 * incident; and where nobody is told of the severity and nothing was ever said.
 */
export function untoldPhase({ incident, comms }: CommsRecord): UntoldPhase | null {
  const { status, visibleTo, mergedInto, updatePromises, severity } = incident;
  if (visibleTo !== null || mergedInto !== null || status === 'investigating' || status === 'identified') return null;
  const said = lastTold(comms)?.phase ?? null;
  const holds = phaseOf[status];
  if (said === holds || (said === null && !Object.hasOwn(updatePromises, severity))) return null;
  return { said, holds };
}
