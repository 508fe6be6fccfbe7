import type { Actor } from '../access/actor';
import { isAtLeast } from '../access/role';
import { policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { IncidentState } from '../incident/incident';
import type { NamedEntry, RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import type { TimelineEvent } from './events';
import type { RewordInput } from './inputs';

interface Incident {
  incident: IncidentState;
}

/** Rule L2: what was typed is corrected by its author or a commander; the first words stay in the log. */
export function correct(
  { incident }: Incident,
  { seq, text }: RewordInput,
  context: RecordContext,
): Decision<TimelineEvent> {
  const refusal = policyRefusal(context.actor, 'timeline.correct') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (context.looked?.entry === undefined) return refuse({ code: 'only_on_server' });
  const { entry } = context.looked;
  if (!entry) return refuse({ code: 'unknown_entry', seq });
  const wrong = correctionRefusal(entry, context.actor);
  return wrong ? refuse(wrong) : accept({ type: 'timeline.entry_corrected', data: { seq, text } });
}

function correctionRefusal({ type, by }: NamedEntry, actor: Actor): Rejection | null {
  if (type !== 'timeline.note_added') return { code: 'not_correctable' };
  if (by.id === actor.id || isAtLeast(actor.role, 'commander')) return null;
  return { code: 'not_your_entry', author: by.name };
}

/** Rule L3: any entry can be annotated, machine's ones too. */
export function annotate(
  { incident }: Incident,
  { seq, text }: RewordInput,
  context: RecordContext,
): Decision<TimelineEvent> {
  const refusal = policyRefusal(context.actor, 'timeline.annotate') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (context.looked?.entry === undefined) return refuse({ code: 'only_on_server' });
  if (!context.looked.entry) return refuse({ code: 'unknown_entry', seq });
  return accept({ type: 'timeline.entry_annotated', data: { seq, text } });
}
