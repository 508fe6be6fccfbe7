import type { NoteKind } from '../../timeline/events';
import { type DraftSource, ofType } from './draft-source';

/** What somebody typed, as it reads now. */
export interface KnownNote {
  seq: number;
  kind: NoteKind;
  text: string;
  by: string;
  at: string;
}

/** Rule L2: notes of these kinds with their corrected text, in order of `seq`. */
export function readNotes(events: DraftSource['events'], ...kinds: readonly NoteKind[]): KnownNote[] {
  const corrected = latestTexts(events);
  return ofType(events, 'timeline.note_added').flatMap(({ seq, data, actor, occurredAt }) => {
    const { kind = 'note' } = data;
    if (!kinds.includes(kind)) return [];
    return [{ seq, kind, text: corrected.get(seq) ?? data.text, by: actor.name, at: occurredAt }];
  });
}

/** The newest text of every entry that was corrected, by its `seq`. */
export function latestTexts(events: DraftSource['events']): Map<number, string> {
  return new Map(ofType(events, 'timeline.entry_corrected').map(({ data }) => [data.seq, data.text]));
}
