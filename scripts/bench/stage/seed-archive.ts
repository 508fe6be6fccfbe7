import pg from 'pg';

export interface Archive {
  incidents: number;
  events: number;
}

/** Incidents of last year, each a closed copy of the newest one under a number of its own. */
const INCIDENTS = `
  INSERT INTO incident (id, number, title, severity, status, commander, declared_at, state, last_seq, last_hash)
  SELECT gen_random_uuid(), one.number, one.title, severity, 'closed', commander, one.at,
    jsonb_set(state, '{incident}', state->'incident' || jsonb_build_object(
      'number', one.number, 'title', one.title, 'status', 'closed', 'declaredAt', one.at)), $2, last_hash
  FROM (SELECT * FROM incident ORDER BY declared_at DESC LIMIT 1) AS model,
    (SELECT 'INC-2025-' || lpad(n::text, 6, '0') AS number, 'Archived incident ' || n AS title,
       now() - interval '1 year' + n * interval '40 minutes' AS at
     FROM generate_series(1, $1::int) AS n) AS one`;

const EVENTS = `
  INSERT INTO event (incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash)
  SELECT i.id, seq, 'timeline.note_added', jsonb_build_object('text', 'Two drives offline on node 2, line ' || seq),
    '{"kind":"person","id":"archive","name":"Somebody"}', gen_random_uuid(),
    i.declared_at + seq * interval '20 seconds', i.declared_at + seq * interval '20 seconds', i.last_hash
  FROM incident i, generate_series(1, $1::int) AS seq WHERE i.number LIKE 'INC-2025-%'`;

/**
 * Fills the bench's own database with what some years leave behind, by SQL: the chain of these rows does not verify.
 * Answers what the database then holds. There has to be one incident already.
 */
export async function seedArchive(url: string, incidents: number, eventsEach: number): Promise<Archive> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(INCIDENTS, [incidents, eventsEach]);
    await client.query(EVENTS, [eventsEach]);
    await client.query('VACUUM (ANALYZE) incident');
    await client.query('VACUUM (ANALYZE) event');
    const { rows } = await client.query<Archive>(
      'SELECT (SELECT count(*)::int FROM incident) AS incidents, (SELECT count(*)::int FROM event) AS events',
    );
    if (!rows[0]) throw new Error('nothing was counted');
    return rows[0];
  } finally {
    await client.end();
  }
}
