import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import type { Database } from '../kernel/database';

const mostWords = 10;
/** A word in more entries than these is common: then asking each incident beats asking the index. */
const rareUpTo = 3_000;

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
  const found = await db.$queryRaw<{ incident_id: string }[]>(Prisma.sql`
    SELECT e.incident_id::text FROM event e
    WHERE event_words(e.data) @@ to_tsquery('simple', ${tsquery}) AND ${searched} LIMIT ${rareUpTo}`);
  if (found.length < rareUpTo) {
    const ids = [...new Set(found.map(({ incident_id }) => incident_id))];
    return Prisma.sql`i.id = ANY(${ids}::uuid[])`;
  }
  // As a value rather than EXISTS, so that the planner cannot turn it into a join over the whole log.
  return Prisma.sql`(SELECT true FROM event e WHERE e.incident_id = i.id AND ${searched}
    AND event_words(e.data) @@ to_tsquery('simple', ${tsquery}) LIMIT 1)`;
}
