import { policyRefusal } from '../access/who-may';
import { isWorkingTime } from '../incident/business-time';
import { closedRefusal } from '../incident/closed-refusal';
import type { CommsLookup, RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import type { AskedReview } from './comms';
import type { CommsEvent } from './events';
import type { OnUpdateInput } from './inputs';
import { speakerRefusal } from './is-speaker';
import { privateRefusal, promiseRefusal } from './leaving-refusals';
import { letGo } from './let-go';
import type { CommsRecord } from './record';
import { contradictionOf } from './send-update';

/** Rule M11: a second person lets an update go; its author alone only where and when the catalogue allows that. */
export function approveUpdate(
  record: CommsRecord,
  { updateId }: OnUpdateInput,
  context: RecordContext,
): Decision<CommsEvent> {
  const { incident, comms } = record;
  const { actor, looked, now } = context;
  const refusal = policyRefusal(actor, 'comms.approve_update') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (comms.updates.some((update) => update.updateId === updateId)) return accept();
  if (comms.review?.updateId !== updateId) return refuse({ code: 'no_such_update' });
  const silent = speakerRefusal(incident, actor);
  if (silent) return refuse(silent);
  if (!looked?.comms) return refuse({ code: 'only_on_server' });
  const { askedBy, askedAt, ...update } = comms.review;
  const isAlone = askedBy.id === actor.id;
  const alone = isAlone ? aloneRefusal(comms.review, incident.severity, looked.comms, now) : null;
  // Matrix and clock may have moved on while it waited.
  const override = update.overridden ?? undefined;
  const fault =
    alone ??
    privateRefusal(incident, update.texts) ??
    promiseRefusal(update, now) ??
    contradictionOf(record, { ...update, override }, looked.comms, now);
  return fault ? refuse(fault) : accept(letGo(record, update, context, { askedBy, isAlone }));
}

function aloneRefusal(
  { askedAt }: AskedReview,
  severity: string,
  { severities, calendar }: CommsLookup,
  now: string,
): Rejection | null {
  const minutes = severities.find(({ id }) => id === severity)?.secondReview?.selfAfterMinutes ?? null;
  if (minutes === null) return { code: 'needs_second_person' };
  if (isWorkingTime(now, calendar)) return { code: 'second_person_in_hours' };
  const from = new Date(Date.parse(askedAt) + minutes * 60_000).toISOString();
  return now < from ? { code: 'alone_too_early', from } : null;
}
