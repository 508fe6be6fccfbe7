'use client';

import { type FormEvent, useState } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SubmitHint, submitOnCtrlEnter } from '../ui/submit-keys';
import { TextArea } from '../ui/text-area';
import { type Entry, textOf } from './entry';

const MAX_LENGTH = 20_000;

interface EntryDialogProps {
  number: string;
  kind: 'annotate' | 'correct';
  entry: Entry;
  onSend: (kind: 'annotate' | 'correct', seq: number, text: string) => void;
  onClose: () => void;
}

const words = {
  annotate: { title: 'Annotate entry', about: 'It stands under the entry, with your name.', label: 'Remark' },
  correct: { title: 'Correct entry', about: 'The first words stay in the record.', label: 'Corrected words' },
};

/** Asks for a remark on an entry, or for its corrected words. What is typed is kept until it is sent. Loaded late. */
export function EntryDialog({ number, kind, entry, onSend, onClose }: EntryDialogProps) {
  const { seq } = entry.event;
  const [draft, setDraft, clear] = useDraft(`${kind}/${number}/${seq}`);
  const [isTouched, setIsTouched] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const known = kind === 'correct' ? (textOf(entry) ?? '') : '';
  // The words to correct stand in the field, unless somebody was at it already.
  const text = isTouched || draft !== '' ? draft : known;
  const change = (next: string) => {
    setIsTouched(true);
    setDraft(next);
  };
  const { title, about, label } = words[kind];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim();
    if (typed === '') return setProblem('Write a few words first.');
    if (typed.length > MAX_LENGTH) return setProblem(`At most ${MAX_LENGTH.toLocaleString('en')} characters.`);
    if (typed !== known) onSend(kind, seq, typed);
    clear();
    onClose();
  };
  return (
    <Dialog title={`${title} ${seq}`} description={about} onClose={onClose}>
      <form onSubmit={send} onKeyDown={submitOnCtrlEnter} className="grid gap-4" noValidate>
        <TextArea label={label} rows={4} required value={text} onChange={(event) => change(event.target.value)} />
        <p role="alert" className="text-down empty:hidden">
          {problem}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="go">
            {kind === 'correct' ? 'Correct' : 'Annotate'}
            <SubmitHint />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
