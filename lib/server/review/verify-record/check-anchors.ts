import 'server-only';
import type { Queries } from '../../kernel/read-chained';
import { type AnchoredHead, anchorKey, anchorSum, readAnchorText } from '../anchors/anchor-text';
import { type AnchorStore, listAnchors } from '../anchors/list-anchors';
import type { Tell } from './record-finding';

const batch = 1_000;
const kept = `
  SELECT asked.number, asked.seq, i.last_seq, encode(e.hash, 'hex') AS hash
  FROM unnest($1::text[], $2::int[]) AS asked (number, seq)
  LEFT JOIN incident i ON i.number = asked.number
  LEFT JOIN event e ON e.incident_id = i.id AND e.seq = asked.seq`;

interface KeptRow {
  number: string;
  seq: number;
  last_seq: number | null;
  hash: string | null;
}

/** Every anchor against its seal, the one before and the database (rule R9). Holds two anchors at a time. */
export async function checkAnchors(
  db: Queries,
  store: Pick<AnchorStore, 'list' | 'readText'>,
  chainKey: string,
  tell: Tell,
): Promise<{ anchors: number; newest: string | null }> {
  const dates = await listAnchors(store);
  let before: { date: string; sha256: string } | null = null;
  let known = new Map<string, string>();
  for (const date of dates) {
    const text = (await store.readText(anchorKey(date))) ?? '';
    const anchor = readAnchorText(text, chainKey);
    if (typeof anchor === 'string') tell({ code: 'anchor_broken', date, message: `the anchor of ${date}: ${anchor}` });
    else {
      checkOrder(date, anchor.top, before, tell);
      const news = anchor.heads.filter((head) => known.get(head.number) !== asText(head));
      for (let first = 0; first < news.length; first += batch)
        await checkHeads(db, date, news.slice(first, first + batch), tell);
      known = new Map(anchor.heads.map((head) => [head.number, asText(head)]));
    }
    before = { date, sha256: anchorSum(text) };
  }
  return { anchors: dates.length, newest: dates.at(-1) ?? null };
}

const asText = ({ seq, hash }: AnchoredHead) => `${seq} ${hash}`;

function checkOrder(
  date: string,
  top: { date: string; previous: { date: string; sha256: string } | null },
  before: { date: string; sha256: string } | null,
  tell: Tell,
): void {
  if (top.date !== date) {
    tell({ code: 'anchor_broken', date, message: `the anchor of ${date} is that of ${top.date}` });
  } else if (top.previous?.date !== before?.date) {
    const day = top.previous?.date ?? before?.date ?? date;
    const message = top.previous
      ? `the anchor of ${day}, which that of ${date} follows, is missing or was put in later`
      : `the anchor of ${date} says it is the first; that of ${day} was put in before it`;
    tell({ code: 'anchor_missing', date: day, message });
  } else if (top.previous?.sha256 !== before?.sha256) {
    const message = `the anchor of ${before?.date} is not the one that the anchor of ${date} follows`;
    tell({ code: 'anchor_broken', date: before?.date ?? date, message });
  }
}

async function checkHeads(db: Queries, date: string, heads: readonly AnchoredHead[], tell: Tell): Promise<void> {
  const asked = [heads.map(({ number }) => number), heads.map(({ seq }) => seq)];
  const { rows } = await db.query<KeptRow>(kept, asked);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { number, seq, hash } of heads) {
    const row = byNumber.get(number);
    if (row?.hash === hash) continue;
    const message = saidContradiction({ number, seq }, row, date);
    tell({ code: 'anchor_contradicted', number, seq: row?.hash ? seq : (row?.last_seq ?? 0) + 1, date, message });
  }
}

function saidContradiction(at: { number: string; seq: number }, row: KeptRow | undefined, date: string): string {
  const { number, seq } = at;
  if (row?.hash) return `event ${seq} has another hash than on ${date}: the record was written anew`;
  if (row?.last_seq == null) return `${number} was there on ${date}, with ${seq} events, and is gone`;
  return `it had ${seq} events on ${date} and has fewer now: its end was cut off, or an older backup put in place`;
}
