import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessRole } from '@/lib/domain/access/role';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { openStates } from '@/lib/domain/incident/is-open-status';
import { maySee } from '@/lib/domain/incident/may-see';
import type {
  CommsLookup,
  LookedUp,
  NamedEntry,
  NamedPerson,
  OtherIncident,
} from '@/lib/domain/incident/record-context';
import type { RowHolder } from '@/lib/domain/incident/row-holding';
import { lookups } from '@/lib/domain/lookups';
import { getCatalogueVersion } from '../catalogue/catalogue-versions';
import { selectRowHolders } from '../incident/list-row-holders';
import type { StreamHead } from './event-store';
import type { ParsedCommand } from './parse-command';
import type { WriteTransaction } from './write-transaction';

/** What the command needs to know beside its record (domain/lookups.ts), asked in the same breath as the lock. */
export async function lookUp(
  tx: WriteTransaction,
  actor: Actor,
  { type, input }: ParsedCommand,
  locked: Promise<StreamHead | null>,
  commsLookup?: () => CommsLookup,
): Promise<LookedUp> {
  const wanted = lookups[type] ?? [];
  const has = (what: keyof LookedUp) => wanted.includes(what);
  const needsHolders = has('comms') || has('holders');
  const [people, other, entry, catalogue, holders] = await Promise.all([
    has('people') ? namedPeople(tx, input) : undefined,
    has('other') ? otherIncident(tx, actor, String(input.other)) : undefined,
    has('entry') ? namedEntry(tx, String(input.number), Number(input.seq)) : undefined,
    has('catalogue') ? catalogueOf(await locked) : undefined,
    needsHolders ? rowHolders(tx) : undefined,
  ]);
  return {
    ...(people && { people }),
    ...(other !== undefined && { other }),
    ...(entry !== undefined && { entry }),
    ...(catalogue && { catalogue }),
    ...(has('comms') && commsLookup && { comms: { ...commsLookup(), ...(holders && { holders }) } }),
    ...(has('live') && commsLookup && { live: commsLookup().situation.rows }),
    ...(has('situation') && commsLookup && { situation: commsLookup().situation }),
    ...(has('holders') && holders && { holders }),
  };
}

/** Read in the command's own transaction: what another one names meanwhile counts from its commit on. */
async function rowHolders(tx: WriteTransaction): Promise<RowHolder[]> {
  return tx.query<RowHolder>({ name: 'row-holders', text: selectRowHolders, values: [[...openStates]] });
}

async function namedPeople(tx: WriteTransaction, input: Record<string, unknown>): Promise<NamedPerson[]> {
  const ids = [input.personId, ...(Array.isArray(input.people) ? input.people : [])].filter(
    (id): id is string => typeof id === 'string',
  );
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string; name: string; role: AccessRole; is_active: boolean }>({
    name: 'named-people',
    text: 'SELECT id, name, role, disabled_at IS NULL AS is_active FROM person WHERE id = ANY($1::uuid[])',
    values: [ids],
  });
  return rows.map(({ id, name, role, is_active }) => ({ kind: 'person', id, name, role, isActive: is_active }));
}

async function otherIncident(tx: WriteTransaction, actor: Actor, number: string): Promise<OtherIncident | null> {
  const [row] = await tx.query<Pick<OtherIncident, 'title' | 'status'> & OtherColumns>({
    name: 'other-incident',
    text: `SELECT title, status, merged_into, state->'incident'->'visibleTo' AS visible_to FROM incident WHERE number = $1`,
    values: [number],
  });
  if (!row || !maySee(actor, { visibleTo: row.visible_to ?? null })) return null;
  const { title, status, merged_into: mergedInto, visible_to: visibleTo } = row;
  return { number, title, status, mergedInto, visibleTo: visibleTo ?? null };
}

interface OtherColumns {
  merged_into: string | null;
  visible_to: IncidentState['visibleTo'];
}

async function namedEntry(tx: WriteTransaction, number: string, seq: number): Promise<NamedEntry | null> {
  const [row] = await tx.query<{ type: string; actor: NamedEntry['by'] }>({
    name: 'named-entry',
    text: 'SELECT e.type, e.actor FROM event e JOIN incident i ON i.id = e.incident_id WHERE i.number = $1 AND e.seq = $2',
    values: [number, seq],
  });
  return row ? { seq, type: row.type, by: row.actor } : null;
}

/** The version it was declared under; null, and thus refused, only when no node has ever kept it. */
async function catalogueOf(head: StreamHead | null) {
  return head?.state ? await getCatalogueVersion(head.state.incident.catalogVersion) : null;
}
