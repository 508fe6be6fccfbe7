import { type NoteKind, noteKinds } from '@/lib/domain/timeline/events';

/** An entry that the console refused, with all that was typed. */
export interface RefusedNote {
  commandId: string;
  /** Why. */
  words: string;
  text: string;
  kind: NoteKind;
}

interface Refusal {
  commandId: string;
  words: string;
  text?: string;
  input: Record<string, unknown>;
}

/** The refused entries, as they were typed. */
export function readRefusedNotes(refusals: readonly Refusal[]): RefusedNote[] {
  return refusals.map(({ commandId, words, text = '', input }) => {
    return { commandId, words, text, kind: noteKinds.find((kind) => kind === input.kind) ?? 'note' };
  });
}
