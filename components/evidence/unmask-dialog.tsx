'use client';

import { type FormEvent, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { postCommand } from '@/lib/client/outbox/post-command';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { shown } from '@/lib/domain/evidence/describe-evidence';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SubmitHint, submitOnCtrlEnter } from '../ui/submit-keys';
import { TextArea } from '../ui/text-area';

interface UnmaskDialogProps {
  number: string;
  item: EvidenceItem;
  onClose: () => void;
  onDone: () => void;
}

const shortest = 10;

/** Asks why; the reason is in the record for good. Loaded late. */
export function UnmaskDialog({ number, item, onClose, onDone }: UnmaskDialogProps) {
  const { evidenceId, name } = item;
  const [reason, setReason, clear] = useDraft(`unmask/${evidenceId}`);
  const [words, setWords] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  // The same again carries the same id: a lost answer is no second unmasking.
  const commandId = useRef(uuidv7());
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const typed = reason.trim();
    if (typed.length < shortest) return setWords(`Say in at least ${shortest} characters why.`);
    setIsBusy(true);
    const input = { number, evidenceId, reason: typed };
    const answer = await postCommand({ commandId: commandId.current, type: 'evidence.unmask', input });
    setIsBusy(false);
    if (answer.kind === 'refused') commandId.current = uuidv7();
    if (answer.kind !== 'done')
      return setWords(answer.kind === 'refused' ? answer.words : 'Not sent. What you typed stays; try again.');
    clear();
    onClose();
    onDone();
  };
  return (
    <Dialog
      title="Show without masks"
      description={`${shown(name)} is shown to you as it was saved, for 15 minutes. Who, when and why is in the record for good.`}
      onClose={onClose}
    >
      <form onSubmit={send} onKeyDown={submitOnCtrlEnter} className="grid gap-4" noValidate>
        <TextArea
          label="Why this is needed"
          value={reason}
          maxLength={500}
          rows={2}
          onChange={({ target }) => setReason(target.value)}
        />
        <p role="alert" className="text-down empty:hidden">
          {words}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="loud" disabled={isBusy}>
            Show without masks
            <SubmitHint />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
