import 'server-only';
import type { Queries } from '../../kernel/read-chained';
import { type AnchoredHead, type AnchorTop, anchorKey, anchorSum, writeAnchorText } from './anchor-text';
import { type AnchorStore, listAnchors } from './list-anchors';

export interface AnchorSource {
  db: Queries;
  store: AnchorStore;
  chainKey: string;
}

const heads = `
  SELECT number, last_seq AS seq, encode(last_hash, 'hex') AS hash FROM incident ORDER BY number COLLATE "C"`;

/**
 * Writes the heads of all incidents to the store, once for each day (UTC): what is there is never overwritten, and a day
 * on which nobody wrote one stays without. Whoever later cuts the end off a record, or puts an old backup in place,
 * contradicts it. Throws when the store or the database cannot be reached.
 */
export async function writeAnchor({ db, store, chainKey }: AnchorSource, at: Date): Promise<AnchorTop | null> {
  const date = at.toISOString().slice(0, 10);
  const dates = await listAnchors(store);
  if (dates.includes(date)) return null;
  const before = dates.filter((other) => other < date).at(-1);
  const previous = before === undefined ? null : await sumOf(store, before);
  const { rows } = await db.query<AnchoredHead>(heads);
  const top: AnchorTop = {
    ...{ format: 'incident-console-anchor', formatVersion: 1, date, writtenAt: at.toISOString() },
    ...{ incidents: rows.length, previous },
  };
  await store.putText(anchorKey(date), writeAnchorText({ top, heads: rows }, chainKey));
  return top;
}

async function sumOf(store: AnchorStore, date: string): Promise<{ date: string; sha256: string }> {
  const text = await store.readText(anchorKey(date));
  if (text === null) throw new Error(`the anchor of ${date} was listed and cannot be read`);
  return { date, sha256: anchorSum(text) };
}
