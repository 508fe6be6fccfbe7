'use client';

import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { serverNowMs } from '@/lib/client/store/server-clock';
import type { NoteKind } from '@/lib/domain/timeline/events';
import { TextArea } from '../ui/text-area';
import { useShortcuts } from '../ui/use-shortcuts';
import { ComposerFoot, MAX_LENGTH } from './composer-foot';
import { KindListbox } from './kind-listbox';
import { pastMoment } from './past-moment';
import type { RefusedNote } from './refused-note';
import { RefusedNotes } from './refused-notes';
import { readSlash } from './slash-command';
import { useKindChoice } from './use-kind-choice';
import { useNoteDraft } from './use-note-draft';

interface NoteComposerProps {
  number: string;
  refused: RefusedNote[];
  /** `happenedAt` is ISO UTC, and given for what happened earlier. */
  onSend: (text: string, kind: NoteKind, happenedAt?: string) => void;
  onDismiss: (commandId: string) => void;
}

/** What happens to the draft by typing, by keys, and by sending. */
function useComposer({ number, onSend }: Pick<NoteComposerProps, 'number' | 'onSend'>) {
  const draft = useNoteDraft(number);
  const { text, setText, kind, setKind, clock, clear } = draft;
  const field = useRef<HTMLTextAreaElement>(null);
  const choose = (chosen: NoteKind) => {
    setKind(chosen);
    setText('');
  };
  const choice = useKindChoice(text, choose);
  const length = text.trim().length;
  const happenedAt = clock === '' ? null : pastMoment(clock, serverNowMs());
  const change = (typed: string) => {
    const named = readSlash(typed);
    if (named) setKind(named.kind);
    setText(named ? named.text : typed);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (length === 0 || length > MAX_LENGTH) return;
    onSend(text, kind, happenedAt ?? undefined);
    clear();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (choice.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key === 'Backspace' && text === '') setKind('note');
  };
  const putBack = (note: RefusedNote) => {
    setText(text.trim() === '' ? note.text : `${text}\n${note.text}`);
    if (text.trim() === '') setKind(note.kind);
    field.current?.focus();
  };
  return { ...draft, field, choice, choose, length, happenedAt, change, send, onKeyDown, putBack };
}

/** Where entries are written. The draft is kept in this browser until it is handed over; a refused one comes back here. */
export function NoteComposer({ number, refused, onSend, onDismiss }: NoteComposerProps) {
  const composer = useComposer({ number, onSend });
  const { field, choice, kind, setKind, clock, setClock, happenedAt, length } = composer;
  useShortcuts({ n: () => field.current?.focus() });
  const chooseByHand = (chosen: NoteKind) => {
    setKind(chosen);
    field.current?.focus();
  };
  return (
    <form onSubmit={composer.send} className="relative grid gap-2">
      <RefusedNotes refused={refused} onPutBack={composer.putBack} onDismiss={onDismiss} />
      {choice.isOpen && (
        <KindListbox id={choice.id} kinds={choice.kinds} active={choice.active} onChoose={composer.choose} />
      )}
      <TextArea
        ref={field}
        label="Note"
        hidesLabel
        rows={1}
        placeholder="Note, or / for decision, finding, hypothesis, action"
        aria-keyshortcuts="n"
        {...choice.fieldProps}
        value={composer.text}
        onChange={(event) => composer.change(event.target.value)}
        onKeyDown={composer.onKeyDown}
      />
      <ComposerFoot {...{ kind, clock, happenedAt, length }} onKind={chooseByHand} onClock={setClock} />
    </form>
  );
}
