import type { FoundSecret } from './found-secret';
import { longestKey } from './private-keys';

/** A stretch of a file with the secrets in it, counted from its own beginning. */
export interface ScannedPiece {
  bytes: Buffer;
  secrets: FoundSecret[];
  /** How many secrets begin in it. */
  count: number;
}

export type FindSecrets = (text: string) => FoundSecret[] | Promise<FoundSecret[]>;

const batchBytes = 256 * 1024;
// What stays before a cut for rules to look back at, and behind one that is not at a line's end to look ahead at.
const contextBytes = 4096;
const aheadBytes = 16_384;

/**
 * Scans a file as it comes by, in bytes: latin1 keeps each byte one character, and every secret is ASCII. No secret is
 * missed for lying across two chunks. Memory stays bounded, also when a line never ends.
 */
export class SecretScanner {
  readonly #find: FindSecrets;
  #context: Buffer = Buffer.alloc(0);
  #rest: Buffer = Buffer.alloc(0);

  constructor(find: FindSecrets) {
    this.#find = find;
  }

  /** What can be told of the file so far; null while more has to come first. */
  async push(chunk: Buffer): Promise<ScannedPiece | null> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    return this.#rest.length < batchBytes ? null : this.#scan(false);
  }

  /** The remainder. */
  async end(): Promise<ScannedPiece | null> {
    return this.#rest.length === 0 ? null : this.#scan(true);
  }

  async #scan(isLast: boolean): Promise<ScannedPiece | null> {
    const text = Buffer.concat([this.#context, this.#rest]).toString('latin1');
    const start = this.#context.length;
    const found = await this.#find(text);
    const cut = isLast ? text.length : cutOf(text, start, found);
    if (cut <= start) return null;
    const bytes = this.#rest.subarray(0, cut - start);
    this.#context = Buffer.concat([this.#context, bytes]).subarray(-contextBytes);
    this.#rest = this.#rest.subarray(cut - start);
    return {
      bytes,
      secrets: clip(found, start, cut),
      count: found.filter(({ from }) => from >= start && from < cut).length,
    };
  }
}

/** After the last whole line, or well before the end of one that goes on; never inside a secret. */
function cutOf(text: string, start: number, found: readonly FoundSecret[]): number {
  const lineEnd = text.lastIndexOf('\n') + 1;
  const cut = lineEnd > start ? lineEnd : text.length - aheadBytes;
  const around = found.find(({ from, to }) => from < cut && to > cut);
  if (!around) return cut;
  // Only what joins without end is this long: it is cut, and both parts are masked.
  return around.from <= start && text.length - start > batchBytes + 2 * longestKey ? cut : around.from;
}

/** The secrets within a stretch, counted from where it begins. */
export function clip(found: readonly FoundSecret[], from: number, to: number): FoundSecret[] {
  return found
    .filter((secret) => secret.to > from && secret.from < to)
    .map((secret) => ({ ...secret, from: Math.max(secret.from, from) - from, to: Math.min(secret.to, to) - from }));
}
