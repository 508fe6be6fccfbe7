import 'server-only';
import type { QueueParts } from './queue-parts';
import { type Told, tellingId } from './tell-record';

interface Counts {
  update_id: string;
  incident_number: string;
  channel: string;
  sent: number;
  given_up: number;
  uncertain: number;
  open: number;
}

const counts = `
  SELECT d.update_id, d.incident_number, d.channel, m.*
  FROM delivery d CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'sent')::int AS sent,
      count(*) FILTER (WHERE state = 'given_up')::int AS given_up,
      count(*) FILTER (WHERE state = 'uncertain')::int AS uncertain,
      count(*) FILTER (WHERE state IN ('queued', 'sending'))::int AS open
    FROM subscriber_mail WHERE update_id = d.update_id
  ) m
  WHERE d.destination = 'follow' AND d.state = 'sent' AND d.settled_at >= $1`;

/** Tells the record, once for each result, of the updates since then whose mails to subscribers are all settled. */
export async function tellMails(parts: QueueParts, since: Date): Promise<void> {
  const { rows } = await parts.pool.query<Counts>(counts, [since]);
  const all = rows.filter((row) => row.open === 0 && row.sent + row.given_up + row.uncertain > 0).map(toTold);
  const ids = all.map(tellingId);
  const known = await parts.pool.query('SELECT id FROM command WHERE id = ANY($1::uuid[])', [ids]);
  const told = new Set(known.rows.map(({ id }) => id));
  for (const one of all) if (!told.has(tellingId(one))) await parts.tell(one);
}

function toTold(row: Counts): Told {
  const { update_id: updateId, incident_number: number, channel, sent, given_up: givenUp, uncertain } = row;
  const said = (count: number) => count.toLocaleString('en');
  return {
    key: [updateId, channel, 'subscribers', String(sent), String(givenUp), String(uncertain)],
    ...{ number, updateId, channel, destination: 'subscribers' },
    outcome: uncertain > 0 ? 'uncertain' : sent === 0 ? 'given_up' : 'sent',
    detail: `${said(sent)} got it, ${said(givenUp)} could not be reached, ${said(uncertain)} uncertain`,
  };
}
