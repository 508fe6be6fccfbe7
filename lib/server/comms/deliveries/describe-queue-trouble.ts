import 'server-only';
import { now } from '../../kernel/clock';
import { deliveryPool } from './delivery-pool';

const lateMs = 60_000;

// Mails to subscribers are not counted: thousands take their time, and wait while the mail server is away.
const late = `SELECT count(*)::int AS count, min(not_before) AS since FROM delivery WHERE state = 'queued' AND not_before < $1`;

/** What own health says of updates that were due a minute ago and have not left; null when there are none. Throws when the database fails. */
export async function describeQueueTrouble(): Promise<string | null> {
  const at = now().getTime();
  const { rows } = await deliveryPool().query(late, [new Date(at - lateMs)]);
  const { count, since } = rows[0];
  if (count === 0) return null;
  const minutes = Math.floor((at - since.getTime()) / 60_000);
  return `${count === 1 ? 'an update waits' : `${count} updates wait`} to leave, for ${minutes} min`;
}
