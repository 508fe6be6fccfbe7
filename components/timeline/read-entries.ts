import type { ShownEvent } from '@/lib/client/store/use-record';
import type { Entry } from './entry';

/**
 * Reads the log as entries: what corrects, annotates or pins another entry goes there. While that other entry is not
 * loaded yet, such a fact keeps a row of its own. What is kept back from this reader (rule A11) is no entry.
 */
export function readEntries(events: readonly ShownEvent[], pins: readonly number[]): Entry[] {
  const pinned = new Set(pins);
  const bySeq = new Map<number, Entry>();
  const ordinals = new Map<string, number>();
  return events.flatMap((event) => {
    if (event.type === 'timeline.withheld') return [];
    const target = targetOf(event);
    const about = target === null ? undefined : bySeq.get(target);
    if (about) amend(about, event);
    const ordinal = (ordinals.get(event.commandId) ?? -1) + 1;
    ordinals.set(event.commandId, ordinal);
    const isAside = about !== undefined || isPinning(event);
    const key = `${event.commandId}/${ordinal}`;
    const entry: Entry = { key, event, correction: null, annotations: [], isPinned: pinned.has(event.seq), isAside };
    if (!event.pending) bySeq.set(event.seq, entry);
    return entry;
  });
}

function amend(entry: Entry, event: ShownEvent): void {
  if (event.type === 'timeline.entry_corrected') entry.correction = event;
  if (event.type === 'timeline.entry_annotated') entry.annotations.push(event);
}

function isPinning({ type }: ShownEvent): boolean {
  return type === 'timeline.entry_pinned' || type === 'timeline.entry_unpinned';
}

function targetOf(event: ShownEvent): number | null {
  switch (event.type) {
    case 'timeline.entry_corrected':
    case 'timeline.entry_annotated':
    case 'timeline.entry_pinned':
    case 'timeline.entry_unpinned':
      return event.data.seq;
    default:
      return null;
  }
}
