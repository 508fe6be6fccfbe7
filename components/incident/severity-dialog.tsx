'use client';

import { type FormEvent, useState } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/text-area';
import type { SeverityChange } from './severity-changes';

interface SeverityDialogProps {
  number: string;
  change: SeverityChange;
  onSend: (change: SeverityChange, reason: string) => void;
  onClose: () => void;
}

/** Asks for the reason of a change; it goes into the record for good. Loaded late. */
export function SeverityDialog({ number, change, onSend, onClose }: SeverityDialogProps) {
  const [reason, setReason, clear] = useDraft(`severity/${number}/${change.to}`);
  const [words, setWords] = useState<string | null>(null);
  const verb = `${change.verb} to ${change.to}`;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setWords('Say why, in a few words. Others will read it.');
    onSend(change, reason.trim());
    clear();
    onClose();
  };
  return (
    <Dialog
      title={`${verb} from ${change.from}`}
      {...(change.definition && { description: change.definition })}
      onClose={onClose}
    >
      <form onSubmit={send} className="grid gap-4" noValidate>
        <TextArea
          label="Why"
          rows={3}
          maxLength={1_000}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p role="alert" className="text-down empty:hidden">
          {words}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look={change.verb === 'Raise' ? 'loud' : 'go'}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
