'use client';

import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { TextArea } from '../ui/text-area';
import { useShortcuts } from '../ui/use-shortcuts';
import { RefusedNotes } from './refused-notes';

const MAX_LENGTH = 20_000;
const COUNT_FROM = 18_000;

interface NoteComposerProps {
  number: string;
  refused: { commandId: string; words: string; text: string }[];
  onSend: (text: string) => void;
  onDismiss: (commandId: string) => void;
}

function Count({ length }: { length: number }) {
  if (length < COUNT_FROM) return null;
  const words = `${length.toLocaleString('en')} of ${MAX_LENGTH.toLocaleString('en')} characters`;
  return <span className={length > MAX_LENGTH ? 'font-semibold text-down' : ''}>{words}</span>;
}

function Foot({ length }: { length: number }) {
  return (
    <div className="flex items-center gap-3 text-dim text-sm">
      <span className="max-sm:hidden">
        <Kbd>N</Kbd> to write, <Kbd>Ctrl Enter</Kbd> to send
      </span>
      <span role="status">
        <Count length={length} />
      </span>
      <Button type="submit" look="go" className="ml-auto" aria-disabled={length === 0 || length > MAX_LENGTH}>
        Add note
      </Button>
    </div>
  );
}

/** Where notes are written. The text is kept in this browser until it is handed over; a refused one comes back here. */
export function NoteComposer({ number, refused, onSend, onDismiss }: NoteComposerProps) {
  const [text, setText, clear] = useDraft(`note/${number}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const length = text.trim().length;
  useShortcuts({ n: () => field.current?.focus() });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (length === 0 || length > MAX_LENGTH) return;
    onSend(text);
    clear();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  const putBack = (refusedText: string) => {
    setText(text.trim() === '' ? refusedText : `${text}\n${refusedText}`);
    field.current?.focus();
  };
  return (
    <form onSubmit={send} className="grid gap-2">
      <RefusedNotes refused={refused} onPutBack={putBack} onDismiss={onDismiss} />
      <TextArea
        ref={field}
        label="Note"
        hidesLabel
        rows={1}
        placeholder="What you see, try or decide"
        aria-keyshortcuts="n"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Foot length={length} />
    </form>
  );
}
