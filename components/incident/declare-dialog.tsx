'use client';

import { useState } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import type { DeclareChoices, DeclarePrefill } from './declare-choices';
import { type DeclaredMore, DeclareMore } from './declare-more';
import { ServicesField } from './services-field';
import { SeverityField } from './severity-field';
import { useDeclaring } from './use-declaring';

interface DeclareDialogProps {
  choices: DeclareChoices;
  prefill: DeclarePrefill;
  onClose: () => void;
}

const nothingMore: DeclaredMore = { isPrivate: false, people: '', impactStartedAt: '' };

/** The title as typed (kept in this browser), else as filled in from where one came. */
function useTitle(prefill: DeclarePrefill) {
  const [draft, setDraft, clear] = useDraft(`declare/${prefill.services.join(',')}`);
  const [isTouched, setIsTouched] = useState(false);
  const setTitle = (text: string) => {
    setIsTouched(true);
    setDraft(text);
  };
  return { title: isTouched || draft !== '' ? draft : prefill.title, setTitle, clear };
}

/** Opens an incident. What is typed stays until the console has it. Loaded late. */
export function DeclareDialog({ choices, prefill, onClose }: DeclareDialogProps) {
  const { title, setTitle, clear } = useTitle(prefill);
  const [severity, setSeverity] = useState(choices.defaultSeverity);
  const [services, setServices] = useState(prefill.services);
  const [more, setMore] = useState(nothingMore);
  const { declare, isBusy, words } = useDeclaring({ title, severity, services, more }, () => {
    clear();
    onClose();
  });
  return (
    <Dialog
      title="Declare an incident"
      description="Assume worse than average until proven otherwise."
      onClose={onClose}
    >
      <form onSubmit={declare} className="grid gap-4" noValidate>
        <TextField
          label="What is wrong, in a few words"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={200}
          required
          autoComplete="off"
        />
        <SeverityField
          severities={choices.severities}
          proposed={prefill.proposed}
          value={severity}
          onChange={setSeverity}
        />
        <ServicesField services={choices.services} value={services} onChange={setServices} />
        <DeclareMore value={more} onChange={setMore} />
        <p role="alert" className="text-down empty:hidden">
          {words}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="loud" aria-disabled={isBusy}>
            {isBusy ? 'Declaring…' : `Declare ${severity}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
