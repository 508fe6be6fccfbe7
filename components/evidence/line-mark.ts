/** Lines that somebody points at, from the first to the last. */
export interface LineMark {
  from: number;
  to: number;
}

/** Reads `#L120` and `#L120-L130`; null for anything else. */
export function readMark(hash: string): LineMark | null {
  const found = /^#L(\d{1,12})(?:-L?(\d{1,12}))?$/.exec(hash);
  if (!found) return null;
  const [one, other] = [Number(found[1]), Number(found[2] ?? found[1])];
  return one < 1 || other < 1 ? null : { from: Math.min(one, other), to: Math.max(one, other) };
}

/** The same as the end of an address. */
export function markHash({ from, to }: LineMark): string {
  return from === to ? `#L${from}` : `#L${from}-L${to}`;
}

/** A link in Markdown by which a note cites the lines. The name is data: nothing in it may end the link. */
export function citation(name: string, path: string, mark: LineMark): string {
  const lines = mark.from === mark.to ? `${mark.from}` : `${mark.from}-${mark.to}`;
  const safe = name.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>!&~|#(){}]/g, '\\$&');
  return `[${safe}:${lines}](${path}${markHash(mark)})`;
}
