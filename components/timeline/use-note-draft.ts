'use client';

import { useDraft } from '@/lib/client/outbox/use-draft';
import { type NoteKind, noteKinds } from '@/lib/domain/timeline/events';

/** An entry that is being written: its words, its kind and its time, kept in this browser until it is handed over. */
export function useNoteDraft(number: string) {
  const [text, setText, clearText] = useDraft(`note/${number}`);
  const [asked, setAsked, clearKind] = useDraft(`note-kind/${number}`);
  const [clock, setClock, clearClock] = useDraft(`note-time/${number}`);
  const kind = noteKinds.find((known) => known === asked) ?? 'note';
  const setKind = (next: NoteKind) => setAsked(next === 'note' ? '' : next);
  const clear = () => {
    clearText();
    clearKind();
    clearClock();
  };
  return { text, setText, kind, setKind, clock, setClock, clear };
}
