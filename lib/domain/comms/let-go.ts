import type { RecordContext } from '../incident/record-context';
import type { CommsEvent, CommsUpdate } from './events';
import type { CommsRecord } from './record';
import { updateClock } from './update-clock';

/** How long an accepted update can be taken back. */
const undoMs = 10_000;

type Review = Extract<CommsEvent, { type: 'comms.update_sent' }>['data']['review'];

/** The fact that an update goes out, with the promise that it keeps or is late for. */
export function letGo(record: CommsRecord, update: CommsUpdate, { now }: RecordContext, review: Review): CommsEvent {
  const clock = updateClock(record, Date.parse(now));
  const leavesAt = new Date(Date.parse(now) + undoMs).toISOString();
  const promise = clock && { dueAt: clock.dueAt, isLate: clock.state === 'overdue' };
  // Whatever the sender's clock says: the undo window is counted by ours.
  return { type: 'comms.update_sent', at: now, data: { ...update, leavesAt, promise, review } };
}
