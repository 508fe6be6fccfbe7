import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import type { Database } from '../kernel/database';
import { perProcess } from '../kernel/per-process';

const mostWords = 10;
/** A word in more entries than these is common: then asking each incident beats asking the index. */
const rareUpTo = 10_000;

// The types are those of the index on the log (event_words_idx), word for word, so that it can be used.
const searched = Prisma.sql`e.type IN ('incident.declared', 'timeline.note_added', 'timeline.entry_corrected',
  'timeline.entry_annotated', 'triage.failure_class_set', 'incident.mitigated', 'incident.resolved', 'incident.went_back')`;

/**
 * One condition for each word: it stands somewhere in the log of incident `i`, perhaps as the beginning of a longer one.
 * Whatever is typed is only ever looked for; a question without a letter or digit finds nothing.
 */
export async function searchWords(db: Database, q: string): Promise<Prisma.Sql[]> {
  const words = q
    .replaceAll('\0', ' ')
    .toWellFormed()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return [Prisma.sql`false`];
  const queries = [...new Set(words)].slice(0, mostWords).map((word) => `'${word.replace(/['\\]/g, '$&$&')}':*`);
  return Promise.all(queries.map((query) => standsIn(db, query)));
}

/** A rare word is looked up once; a common one in each incident, newest first, until the page is full. */
async function standsIn(db: Database, tsquery: string): Promise<Prisma.Sql> {
  if (wasCommon(tsquery)) return walk(tsquery);
  const found = await db.$queryRaw<{ id: string; entries: number }[]>(Prisma.sql`
    SELECT incident_id::text AS id, count(*)::int AS entries FROM (
      SELECT e.incident_id FROM event e
      WHERE event_words(e.data) @@ to_tsquery('simple', ${tsquery}) AND ${searched} LIMIT ${rareUpTo}) AS entry
    GROUP BY incident_id`);
  if (found.reduce((sum, { entries }) => sum + entries, 0) < rareUpTo)
    return Prisma.sql`i.id = ANY(${found.map(({ id }) => id)}::uuid[])`;
  rememberCommon(tsquery);
  return walk(tsquery);
}

/**
 * As a value rather than EXISTS, so that the planner cannot turn it into a join over the whole log; and behind OFFSET 0,
 * so that it reads the incident's own entries rather than all that have the word.
 */
function walk(tsquery: string): Prisma.Sql {
  return Prisma.sql`(SELECT true FROM (SELECT e.data FROM event e WHERE e.incident_id = i.id AND ${searched} OFFSET 0) AS own
    WHERE event_words(own.data) @@ to_tsquery('simple', ${tsquery}) LIMIT 1)`;
}

// The log only grows: what was common stays so. Finding it out anew costs more than the search itself.
const common = () => perProcess('common words', () => new Set<string>());
const mostRemembered = 1_000;

function wasCommon(tsquery: string): boolean {
  return common().has(tsquery);
}

function rememberCommon(tsquery: string): void {
  if (common().size >= mostRemembered) common().clear();
  common().add(tsquery);
}
