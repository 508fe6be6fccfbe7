import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import type { Database } from '../kernel/database';
import { perProcess } from '../kernel/per-process';
import type { RecordSide } from './record-message';

const mostWords = 10;
/** A word in more entries than these is common: then asking each incident beats asking the index. */
const rareUpTo = 10_000;

// The types are those of the index on the log (event_words_idx), word for word, so that it can be used.
const searched: Record<RecordSide, Prisma.Sql> = {
  inside: Prisma.sql`e.type IN ('incident.declared', 'timeline.note_added', 'timeline.entry_corrected',
  'timeline.entry_annotated', 'triage.failure_class_set', 'incident.mitigated', 'incident.resolved', 'incident.went_back')`,
  // Rule A11: those of them of which all words are public.
  public: Prisma.sql`e.type IN ('incident.declared', 'triage.failure_class_set', 'incident.resolved')`,
};

/**
 * Conditions for all words: each stands somewhere in the log of incident `i`, perhaps as the beginning of a longer one.
 * Whatever is typed is only ever looked for; a question without a letter or digit finds nothing.
 */
export async function searchWords(db: Database, q: string, side: RecordSide): Promise<Prisma.Sql[]> {
  const words = q
    .replaceAll('\0', ' ')
    .toWellFormed()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return [Prisma.sql`false`];
  const queries = [...new Set(words)].slice(0, mostWords).map((word) => `'${word.replace(/['\\]/g, '$&$&')}':*`);
  const found = await Promise.all(queries.map(async (query) => ({ query, ids: await incidentsWith(db, query, side) })));
  const walks = found.flatMap(({ query, ids }) => (ids ? [] : [walk(query, side)]));
  const rare = found.flatMap(({ ids }) => (ids ? [ids] : []));
  return rare.length > 0 ? [Prisma.sql`i.id = ANY(${inAll(rare)}::uuid[])`, ...walks] : walks;
}

/** What all of them hold: one short list costs the database less than several long ones. */
function inAll(lists: readonly (readonly string[])[]): string[] {
  const [shortest = [], ...others] = lists.toSorted((one, other) => one.length - other.length);
  const sets = others.map((ids) => new Set(ids));
  return shortest.filter((id) => sets.every((ids) => ids.has(id)));
}

/** A rare word is looked up once: the incidents that have it. Null for a common one, asked of each incident, newest first, until the page is full. */
async function incidentsWith(db: Database, tsquery: string, side: RecordSide): Promise<string[] | null> {
  const word = `${side} ${tsquery}`;
  if (wasCommon(word)) return null;
  const found = await db.$queryRaw<{ id: string; entries: number }[]>(Prisma.sql`
    SELECT incident_id::text AS id, count(*)::int AS entries FROM (
      SELECT e.incident_id FROM event e
      WHERE event_words(e.data) @@ to_tsquery('simple', ${tsquery}) AND ${searched[side]} LIMIT ${rareUpTo}) AS entry
    GROUP BY incident_id`);
  if (found.reduce((sum, { entries }) => sum + entries, 0) < rareUpTo) return found.map(({ id }) => id);
  rememberCommon(word);
  return null;
}

/**
 * As a value rather than EXISTS, so that the planner cannot turn it into a join over the whole log; and behind OFFSET 0,
 * so that it reads the incident's own entries rather than all that have the word.
 */
function walk(tsquery: string, side: RecordSide): Prisma.Sql {
  return Prisma.sql`(SELECT true FROM (SELECT e.data FROM event e WHERE e.incident_id = i.id AND ${searched[side]} OFFSET 0) AS own
    WHERE event_words(own.data) @@ to_tsquery('simple', ${tsquery}) LIMIT 1)`;
}

// The log only grows: what was common stays so. Finding it out anew costs more than the search itself.
const common = () => perProcess('common words', () => new Set<string>());
const mostRemembered = 1_000;

function wasCommon(word: string): boolean {
  return common().has(word);
}

function rememberCommon(word: string): void {
  if (common().size >= mostRemembered) common().clear();
  common().add(word);
}
