import 'server-only';
import { chainHashOf, chainStart } from './chain';

/** A link as it is kept: the event as canonical JSON, and the hash beside it (32 bytes). */
export interface Link {
  seq: number;
  canonical: string;
  hash: Uint8Array;
}

/** What is wrong at a link, in plain words; `seq` is where to look. */
export interface BrokenLink {
  code: 'event_missing' | 'event_out_of_order' | 'event_changed';
  seq: number;
  message: string;
}

/** Rule K8, backwards: takes the links of one incident in the order in which they are kept. Without a key only their order is checked. */
export class ChainCheck {
  readonly #key: string | null;
  #lastSeq = 0;
  #lastHash: Uint8Array = chainStart;

  constructor(key: string | null) {
    this.#key = key;
  }

  /** The last link that was in order. */
  get head(): { seq: number; hash: Uint8Array } {
    return { seq: this.#lastSeq, hash: this.#lastHash };
  }

  /** Null when the link fits to the one before. After one that does not, the next is checked against what is kept. */
  next({ seq, canonical, hash }: Link): BrokenLink | null {
    const expected = this.#lastSeq + 1;
    if (seq < expected) {
      const message = `event ${seq} stands after event ${this.#lastSeq}: it was moved or put in`;
      return { code: 'event_out_of_order', seq, message };
    }
    const isLinked = this.#key === null || isSame(chainHashOf(this.#key, this.#lastHash, canonical), hash);
    [this.#lastSeq, this.#lastHash] = [seq, hash];
    if (seq > expected) return { code: 'event_missing', seq: expected, message: missing(expected, seq - 1) };
    if (isLinked) return null;
    const message = `event ${seq} does not fit to its hash and the one before: it was changed, put in or moved, or one before it was taken out`;
    return { code: 'event_changed', seq, message };
  }
}

function missing(from: number, to: number): string {
  return from === to ? `event ${from} is missing` : `events ${from} to ${to} are missing`;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
