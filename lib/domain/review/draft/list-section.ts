import type { Brevity } from './draft-source';

/** A list that says how many entries it left out; `none` when there is nothing to say. */
export function list(entries: readonly string[], { mostEntries }: Brevity, none: string): string {
  if (entries.length === 0) return none;
  const left = entries.length - mostEntries;
  if (left <= 0) return entries.join('\n');
  return [...entries.slice(0, mostEntries), `- … and ${left} more, which the record has.`].join('\n');
}

/** `42 s`, `12 min`, `3 h 05 min`, `2 d 4 h`. */
export function lasted(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** `03:10:05` */
export function clockOf(iso: string): string {
  return iso.slice(11, 19);
}
