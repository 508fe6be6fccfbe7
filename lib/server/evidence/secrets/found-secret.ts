/** A stretch of text that looks like a secret: from inclusive, to exclusive, counted in characters of what was searched. */
export interface FoundSecret {
  from: number;
  to: number;
  /** What it looks like, in words that are shown: "password", "card number", "private key". */
  kind: string;
}

/** In order and without overlaps: what touches becomes one, named after the one that begins first. */
export function joinFound(found: readonly FoundSecret[]): FoundSecret[] {
  const joined: FoundSecret[] = [];
  for (const next of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1);
    if (last && next.from < last.to) last.to = Math.max(last.to, next.to);
    else joined.push({ ...next });
  }
  return joined;
}
