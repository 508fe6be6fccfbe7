import { type NoteKind, noteKinds } from '@/lib/domain/timeline/events';

/** The kinds that what is typed may still become: all of them after `/`, fewer with each letter; none for other text. */
export function offeredKinds(text: string): NoteKind[] {
  const typed = /^\/([a-z]*)$/i.exec(text)?.[1]?.toLowerCase();
  return typed === undefined ? [] : noteKinds.filter((kind) => kind.startsWith(typed));
}

/** `/decision keep the cache` as its kind and the rest; null for text that names no kind. Paths such as `/var/log` stay text. */
export function readSlash(text: string): { kind: NoteKind; text: string } | null {
  const [, name = '', rest = ''] = /^\/([a-z]+)\s([\s\S]*)$/i.exec(text) ?? [];
  const kind = noteKinds.find((known) => known === name.toLowerCase());
  return kind ? { kind, text: rest } : null;
}
