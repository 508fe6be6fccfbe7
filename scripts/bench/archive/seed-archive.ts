import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Catalogue } from '../../../lib/domain/catalogue/catalogue';
import { projectIncident } from '../../../lib/server/incident/project-incident';
import { progress } from '../report/progress';
import { type MadeRecord, makeRecord } from './make-record';

export interface Archive {
  incidents: number;
  events: number;
}

const BATCH = 50;
const MINUTES_APART = 40;

const INCIDENTS = `
  INSERT INTO incident (id, number, title, severity, status, commander, commander_id, declared_at, resolved_at,
    failure_class, merged_into, visible_to, postmortem_due_at, postmortem_finished_at, update_due_at, fold_version, state, last_seq, last_hash)
  SELECT id, number, title, severity, status, commander, "commanderId", "declaredAt", "resolvedAt", "failureClass",
    "mergedInto", nullif("visibleTo", 'null'), "postmortemDueAt", "postmortemFinishedAt", "updateDueAt", "foldVersion", state, "lastSeq", decode(hash, 'hex')
  FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, number text, title text, severity text, status text, commander text,
    "commanderId" text, "declaredAt" timestamptz, "resolvedAt" timestamptz, "failureClass" text, "mergedInto" text,
    "visibleTo" jsonb, "postmortemDueAt" timestamptz, "postmortemFinishedAt" timestamptz, "updateDueAt" timestamptz, "foldVersion" int, state jsonb,
    "lastSeq" int, hash text)`;

const EVENTS = `
  INSERT INTO event (incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash)
  SELECT "incidentId", seq, type, data, actor, "commandId", "occurredAt", "recordedAt", decode(hash, 'hex')
  FROM jsonb_to_recordset($1::jsonb) AS row ("incidentId" uuid, seq int, type text, data jsonb, actor jsonb,
    "commandId" uuid, "occurredAt" timestamptz, "recordedAt" timestamptz, hash text)`;

/**
 * Fills a database of its own with what some years leave behind, the same every time but for the days it lies back. By
 * SQL: the chain of these rows does not verify. Answers what the database then holds.
 */
export async function seedArchive(
  url: string,
  catalogue: Catalogue,
  incidents: number,
  eventsEach: number,
): Promise<Archive> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const endMs = Math.floor(Date.now() / 86_400_000) * 86_400_000;
    for (let first = 1; first <= incidents; first += BATCH) {
      const length = Math.min(BATCH, incidents - first + 1);
      const records = Array.from({ length }, (_, index) => {
        const n = first + index;
        return makeRecord(n, endMs - (incidents - n + 1) * MINUTES_APART * 60_000, eventsEach, catalogue);
      });
      await insert(client, records, first);
      if (first % 1_000 === 1) progress(`archive: ${first - 1} of ${incidents} incidents`);
    }
    await client.query('VACUUM (ANALYZE) incident');
    await client.query('VACUUM (ANALYZE) event');
    return await count(client);
  } finally {
    await client.end();
  }
}

async function insert(client: pg.Client, records: readonly MadeRecord[], first: number): Promise<void> {
  const rows = records.map(({ state, events }, index) => {
    const id = `00000000-0003-7000-8000-${String(first + index).padStart(12, '0')}`;
    const hash = createHash('sha256').update(state.incident.number).digest('hex');
    return { events, row: { id, ...projectIncident(state), lastSeq: events.length, hash } };
  });
  const events = rows.flatMap(({ events: own, row: { id, hash } }) =>
    own.map((event) => ({ ...event, incidentId: id, hash })),
  );
  await client.query(INCIDENTS, [JSON.stringify(rows.map(({ row }) => row))]);
  await client.query(EVENTS, [JSON.stringify(events)]);
}

async function count(client: pg.Client): Promise<Archive> {
  const { rows } = await client.query<Archive>(
    'SELECT (SELECT count(*)::int FROM incident) AS incidents, (SELECT count(*)::int FROM event) AS events',
  );
  if (!rows[0]) throw new Error('nothing was counted');
  return rows[0];
}
