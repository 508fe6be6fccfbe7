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
