import 'server-only';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { RecordState } from '@/lib/domain/record-state';
import { machineCommandId } from './machine-command-id';
import type { Statement } from './write-transaction';

type Sent = Extract<RecordedEvent, { type: 'comms.update_sent' }>;

const insert = `
  INSERT INTO delivery (id, incident_number, update_id, channel, destination, payload, state, not_before, created_at)
  SELECT id, incident_number, update_id, channel, destination, payload, state, not_before, created_at
  FROM jsonb_populate_recordset(NULL::delivery, $1)`;
const poke = "SELECT pg_notify('delivery_queued', $1)";
const pokeFollowers = "SELECT pg_notify('follow_changed', $1)";
const withdraw = `UPDATE delivery SET state = 'withdrawn', settled_at = $2 WHERE update_id = $1 AND state = 'queued'`;
const revoke = 'UPDATE follow_link SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL';
const unsettled = `('uncertain', 'given_up', 'queued')`;
const onOne = 'WHERE update_id = $1 AND channel = $2 AND destination = $3';

/** What a fact causes outside, as rows of the same transaction: sends that the queue works off, and what they end. */
export function effectsOf(event: RecordedEvent, { incident }: RecordState): Statement[] {
  switch (event.type) {
    case 'comms.update_sent':
      return queueUpdate(event, incident.number, incident.severity);
    case 'comms.update_withdrawn':
      return [{ name: 'withdraw-deliveries', text: withdraw, values: [event.data.updateId, event.recordedAt] }];
    case 'comms.delivery_retried':
      return settle(event.data, 'queued', event.recordedAt);
    case 'comms.delivery_given_up':
      return settle(event.data, 'given_up', event.recordedAt);
    case 'comms.link_revoked':
      return [
        { name: 'revoke-link', text: revoke, values: [event.data.linkId, event.recordedAt] },
        { name: 'poke-followers', text: pokeFollowers, values: [incident.number] },
      ];
    default:
      return [];
  }
}

function queueUpdate({ data, recordedAt }: Sent, number: string, severity: string): Statement[] {
  const { updateId, leavesAt, texts } = data;
  const rows = texts.flatMap((text) =>
    text.destinations.map((destination) => ({
      id: machineCommandId([updateId, text.channel, destination]),
      ...{ incident_number: number, update_id: updateId, channel: text.channel, destination },
      payload: payloadOf(data, text, { number, severity, at: recordedAt }),
      ...{ state: 'queued', not_before: leavesAt, created_at: recordedAt },
    })),
  );
  if (rows.length === 0) return [];
  return [
    { name: 'queue-deliveries', text: insert, values: [JSON.stringify(rows)] },
    { name: 'poke-deliveries', text: poke, values: [JSON.stringify({ notBefore: leavesAt })] },
  ];
}

function payloadOf(
  { updateId, phase, language, headline, components, checked = null, nextUpdateAt }: Sent['data'],
  { subject, body }: Sent['data']['texts'][number],
  incident: Pick<DeliveryPayload, 'number' | 'severity' | 'at'>,
): DeliveryPayload {
  return { ...incident, updateId, phase, language, headline, subject, body, components, checked, nextUpdateAt };
}

interface Place {
  updateId: string;
  channel: string;
  destination: string;
}

/** Rule M4: only what has not arrived and is not under way. Subscribers' mails are rows of their own. */
function settle({ updateId, channel, destination }: Place, state: 'queued' | 'given_up', at: string): Statement[] {
  const settledAt = state === 'queued' ? null : at;
  // What went wrong before is told anew when it goes wrong again.
  const problem = state === 'queued' ? ', problem = NULL' : '';
  const change = `SET state = '${state}', not_before = $TIME, settled_at = $SETTLED${problem}`;
  const ofSubscribers = destination === 'subscribers';
  const table = ofSubscribers ? 'subscriber_mail' : 'delivery';
  const [time, settled] = ofSubscribers ? ['$2', '$3'] : ['$4', '$5'];
  const where = ofSubscribers ? 'WHERE update_id = $1' : onOne;
  const text = `UPDATE ${table} ${change} ${where} AND state IN ${unsettled}`
    .replace('$TIME', time)
    .replace('$SETTLED', settled);
  const place = ofSubscribers ? [updateId] : [updateId, channel, destination];
  return [
    { name: `${state}-${table}`, text, values: [...place, at, settledAt] },
    { name: 'poke-deliveries', text: poke, values: [JSON.stringify({ notBefore: at })] },
  ];
}
