import 'server-only';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';

/** Where the chain of an incident stood; `hash` in hex. */
export interface AnchoredHead {
  number: string;
  seq: number;
  hash: string;
}

/** The first line of an anchor: of which day (UTC), and which one it follows. */
export interface AnchorTop {
  format: 'incident-console-anchor';
  formatVersion: 1;
  date: string;
  writtenAt: string;
  incidents: number;
  /** The anchor before, by its date and the SHA-256 of its text; null for the first. */
  previous: { date: string; sha256: string } | null;
}

export interface Anchor {
  top: AnchorTop;
  heads: AnchoredHead[];
}

// Apart from every other message under this key.
const label = 'incident-console anchor\n';

/** The key of a day's anchor in the store. */
export function anchorKey(date: string): string {
  return `anchors/${date}.jsonl`;
}

/** The anchor as lines of canonical JSON; the last one seals those above it with the chain key. */
export function writeAnchorText({ top, heads }: Anchor, chainKey: string): string {
  const body = [top, ...heads].map((line) => `${canonicalJson(line)}\n`).join('');
  return `${body}${canonicalJson({ hmac: seal(chainKey, body) })}\n`;
}

/** The SHA-256 of an anchor's text, in hex. */
export function anchorSum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const topShape = z.object({
  format: z.literal('incident-console-anchor'),
  formatVersion: z.literal(1),
  date,
  writtenAt: z.iso.datetime(),
  incidents: z.int(),
  previous: z.nullable(z.object({ date, sha256: hex })),
});
const headShape = z.object({ number: z.string(), seq: z.int().check(z.minimum(0)), hash: hex });

/** Reads an anchor, or says in plain words why it is none that was made with this key. */
export function readAnchorText(text: string, chainKey: string): Anchor | string {
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const body = text.slice(0, end);
  if (!isSame(text.slice(end), `${canonicalJson({ hmac: seal(chainKey, body) })}\n`))
    return 'its seal does not fit: it was changed or cut off, or written with another key';
  try {
    const [first, ...rest] = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const top = z.parse(topShape, first) as AnchorTop;
    const heads = rest.map((line) => z.parse(headShape, line));
    return heads.length === top.incidents ? { top, heads } : 'it does not list as many incidents as it says';
  } catch {
    return 'it is sealed and cannot be read: another release may have written it';
  }
}

function seal(chainKey: string, body: string): string {
  return createHmac('sha256', chainKey).update(label).update(body).digest('hex');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
