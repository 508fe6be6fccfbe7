import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import type { LookedUp, RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import { classFacts, noClassFacts } from './class-facts';
import type { TriageEvent } from './events';
import type { SetFailureClassInput } from './inputs';
import type { LiveService } from './rank-classes';
import type { TriageRecord } from './record';

/** Rules T8 and T16: names what kind of failure it is, or (null) that none of the classes fits. */
export function setFailureClass(
  { incident, triage }: TriageRecord,
  { failureClass: asked, because }: SetFailureClassInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.set_failure_class') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (asked === null ? triage.noneFits !== null : triage.failureClass?.id === asked) return accept();
  const catalogue = context.looked?.catalogue;
  if (!catalogue) return refuse({ code: 'only_on_server' });
  if (asked === null) return accept(...noClassFacts(triage, catalogue));
  const known = catalogue.failureClasses.find(({ id }) => id === asked);
  if (!known) return refuse({ code: 'unknown_failure_class', asked });
  return accept(...classFacts(triage, known, catalogue, liveServices(context.looked), because));
}

/** The rows of the matrix as triage knows them; none where they were not looked up. */
export function liveServices(looked: LookedUp | undefined): LiveService[] {
  return (looked?.live ?? looked?.situation?.rows ?? []).map(({ serviceId: id, name, status }) => ({
    id,
    name,
    status,
  }));
}
