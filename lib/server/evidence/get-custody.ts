import 'server-only';
import type { CustodyEntry } from '@/lib/domain/evidence/reading';
import type { ActorRef } from '@/lib/domain/kernel/event';
import { database } from '../kernel/database';

const mostEntries = 500;

interface Row {
  seq: number;
  type: string;
  actor: ActorRef;
  at: Date;
  reason: string | null;
}

/** Rule E6: who had one file in hand, the newest first; the exports of its incident since it was saved are among them. */
export async function getCustody(number: string, evidenceId: string): Promise<CustodyEntry[]> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT event.seq, event.type, event.actor, event.occurred_at AS at, event.data->>'reason' AS reason
    FROM event JOIN incident ON incident.id = event.incident_id
    WHERE incident.number = ${number} AND event.type LIKE 'evidence.%'
      AND (event.data->>'evidenceId' = ${evidenceId} OR event.type = 'evidence.exported')
    ORDER BY event.seq DESC LIMIT ${mostEntries}`;
  const captured = rows.find(({ type }) => type === 'evidence.captured')?.seq ?? 0;
  return rows
    .filter(({ seq }) => seq >= captured)
    .map(({ seq, type, actor, at, reason }) => ({ seq, type, by: actor, at: at.toISOString(), reason }));
}
