import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { CommsEvent } from './events';
import type { SnoozePromiseInput } from './inputs';
import { speakerRefusal } from './is-speaker';
import type { CommsRecord } from './record';
import { updateClock } from './update-clock';

const longestMs = 60 * 60_000;

/** Rule M8: the next update is put off by at most an hour, with a reason that stays in the record. */
export function snoozePromise(
  record: CommsRecord,
  { until, reason }: SnoozePromiseInput,
  { actor, now }: RecordContext,
): Decision<CommsEvent> {
  const { incident } = record;
  const refusal = policyRefusal(actor, 'comms.snooze_promise') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const silent = speakerRefusal(incident, actor);
  if (silent) return refuse(silent);
  const nowMs = Date.parse(now);
  const clock = updateClock(record, nowMs);
  if (!clock) return refuse({ code: 'no_update_promised' });
  if (until <= clock.dueAt || until <= now || Date.parse(until) - nowMs > longestMs)
    return refuse({ code: 'snooze_out_of_range', until, dueAt: clock.dueAt });
  return accept({ type: 'comms.promise_snoozed', data: { from: clock.dueAt, until, reason } });
}
