import 'server-only';
import { readPool } from '../../../kernel/read-pool';
import { log } from '../../../observability/log';
import { removeCopy, writeCopy } from './write-copy';

const mostAtOnce = 100;
const behind = `
  SELECT i.number, i.visible_to IS NOT NULL AS "isPrivate"
  FROM incident i
  JOIN (SELECT incident_number, count(DISTINCT update_id) AS updates FROM delivery
    WHERE destination = 'follow' AND state = 'sent' GROUP BY incident_number) AS p ON p.incident_number = i.number
  LEFT JOIN correspondence c ON c.incident_number = i.number AND c.destination = 'static_copy'
  WHERE CASE WHEN i.visible_to IS NULL THEN c.data IS NULL OR (c.data->>'updates')::int < p.updates
    ELSE c.data IS NOT NULL END
  ORDER BY i.number DESC LIMIT ${mostAtOnce}`;

/** Writes the copies that a place that was away has missed, and takes away those of incidents that became private. */
export async function tendCopies(): Promise<void> {
  const { rows } = await readPool().query<{ number: string; isPrivate: boolean }>(behind);
  for (const { number, isPrivate } of rows) {
    try {
      await (isPrivate ? removeCopy(number) : writeCopy(number));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      log().warn({ number, reason }, 'the copy of a follow page waits for its place');
      return;
    }
  }
}
