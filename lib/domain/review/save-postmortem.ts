import { policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { IncidentState } from '../incident/incident';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { ReviewEvent } from './events';
import type { FinishPostmortemInput, SavePostmortemInput } from './inputs';
import type { ReviewState } from './review';

interface ReviewRecord {
  incident: IncidentState;
  review: ReviewState;
}

/** Rule R2: a text replaces the one its author saw; when somebody saved meanwhile, both are kept and the author decides. */
export function savePostmortem(
  { incident, review }: ReviewRecord,
  { from, text }: SavePostmortemInput,
  context: RecordContext,
): Decision<ReviewEvent> {
  const refusal = policyRefusal(context.actor, 'review.save_postmortem') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  const { postmortem } = review;
  if (!postmortem) return refuse({ code: 'no_postmortem_owed' });
  if (postmortem.savedSeq !== from)
    return refuse({ code: 'postmortem_changed', by: postmortem.savedBy?.name ?? 'nobody' });
  return accept({ type: 'review.postmortem_saved', data: { text } });
}

/** Rule R3: held and filed; nothing is owed any more. */
export function finishPostmortem(
  { incident, review }: ReviewRecord,
  { from }: FinishPostmortemInput,
  context: RecordContext,
): Decision<ReviewEvent> {
  const refusal = policyRefusal(context.actor, 'review.finish_postmortem') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  const { postmortem } = review;
  if (!postmortem) return refuse({ code: 'no_postmortem_owed' });
  if (postmortem.finishedAt) return accept();
  if (postmortem.savedSeq !== from)
    return refuse({ code: 'postmortem_changed', by: postmortem.savedBy?.name ?? 'nobody' });
  return accept({ type: 'review.postmortem_finished', data: { seq: from } });
}
