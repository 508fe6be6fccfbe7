import type { ActorRef } from '../kernel/event';
import type { EvidenceItem } from './evidence';

/** One line of a file as it is shown. */
export interface ReadLine {
  /** Lines count from 1. */
  n: number;
  /** With likely secrets masked, unless this person unmasked the file. */
  text: string;
  /** The whole length in bytes of a line that is shown only in part. */
  cut?: number;
}

/** A stretch of a file. */
export interface ReadPage {
  lines: ReadLine[];
  /** How many lines the file has; null while they are being counted. */
  total: number | null;
  isIndexed: boolean;
  /** How many masks stand in these lines. */
  masked: number;
  /** Until when this person sees the file without masks (ISO UTC); null when masked. */
  unmaskedUntil: string | null;
}

/** Lines in which something was found. */
export interface FoundLines {
  /** In order, at most a thousand. */
  lines: number[];
  hasMore: boolean;
  /** Where to go on from when there is more. */
  nextFrom: number | null;
}

/** Why a file has no lines to show: it is being prepared, or cannot be read. */
export type Unreadable = { state: 'preparing' } | { state: 'unreadable'; why: string };

/** The mark that stands for a secret. */
export const maskMark = /‹masked: [^›\n]{1,60}›/g;

/** Somebody had a file in hand. */
export interface CustodyEntry {
  seq: number;
  /** An event's type. */
  type: string;
  by: ActorRef;
  at: string;
  reason: string | null;
}

/** How a file is looked at: its lines, a picture drawn anew, or not at all before it is downloaded. */
export type LookedAt = 'lines' | 'picture' | 'download';

const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
const packedText = new Set(['application/gzip', 'application/json', 'application/x-ndjson']);

/** By the media type that was found in the bytes. What claims to be lines may still turn out to have none. */
export function lookedAt(mediaType: string): LookedAt {
  if (pictures.has(mediaType)) return 'picture';
  // A few odd bytes make a log "binary"; the reader looks closer than that.
  const mayBeText =
    mediaType.startsWith('text/') || mediaType === 'application/octet-stream' || packedText.has(mediaType);
  return mayBeText ? 'lines' : 'download';
}

/** One file as its page shows it. */
export interface EvidenceView {
  number: string;
  item: EvidenceItem;
  /** On the way to the store, in it, or no longer what was saved; null when only the record came here. */
  place: 'spool' | 'store' | 'lost' | 'damaged' | null;
  custody: CustodyEntry[];
}
