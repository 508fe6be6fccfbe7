import pg from 'pg';

// Every tenth is Markdown, and every hundredth comes a day later.
const LENGTHEN = `
  WITH one AS (SELECT id, last_seq, last_hash FROM incident WHERE number = $1),
  added AS (
    INSERT INTO event (incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash)
    SELECT one.id, one.last_seq + n, 'timeline.note_added',
      jsonb_build_object('text', CASE WHEN n % 10 = 0 THEN '**Drive ' || n || '** is \`offline\` on node 2'
        ELSE 'Line ' || n || ': two drives are offline on node 2, playback goes on from the cache.' END),
      '{"kind":"person","id":"bench","name":"Somebody"}', gen_random_uuid(),
      now() - interval '1 hour', now() - interval '1 hour', one.last_hash
    FROM one, generate_series(1, $2::int) AS n)
  UPDATE incident SET last_seq = last_seq + $2 WHERE number = $1`;

/** Adds that many entries to a record by SQL; the chain of these rows does not verify. */
export async function lengthenRecord(url: string, number: string, events: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(LENGTHEN, [number, events]);
  } finally {
    await client.end();
  }
}
