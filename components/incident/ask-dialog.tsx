'use client';

import { type FormEvent, useState } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SubmitHint, submitOnCtrlEnter } from '../ui/submit-keys';
import { AskFieldInput } from './ask-field-input';
import type { AskField, RecordAction } from './record-action';

interface AskDialogProps {
  number: string;
  action: RecordAction;
  /** Filled in by what led here, such as an entry of the timeline. */
  values?: Record<string, string>;
  onSend: (action: RecordAction, values: Record<string, string>) => void;
  onClose: () => void;
}

/** What is typed is kept in this browser until it is sent, field by field in one draft. */
function useValues(place: string, fields: AskField[], given: Record<string, string>) {
  const [draft, setDraft, clear] = useDraft(place);
  const [isChanged, setIsChanged] = useState(false);
  const kept = draft === '' ? {} : (JSON.parse(draft) as Record<string, string>);
  const typed = isChanged ? kept : { ...kept, ...joined(kept, given) };
  const initial = Object.fromEntries(fields.map(({ name, initial: at = '' }) => [name, at]));
  const values: Record<string, string> = { ...initial, ...typed };
  const set = (name: string, value: string) => {
    setIsChanged(true);
    setDraft(JSON.stringify({ ...typed, [name]: value }));
  };
  return { values, set, clear };
}

/** What was given, behind what stood there already. */
function joined(kept: Record<string, string>, given: Record<string, string>): Record<string, string> {
  const entries = Object.entries(given).map(([name, text]) => {
    const before = kept[name]?.trim() ?? '';
    return [name, before === '' || before.includes(text) ? before || text : `${before}\n${text}`];
  });
  return Object.fromEntries(entries);
}

function missing(fields: AskField[], values: Record<string, string>): string | null {
  const empty = fields.find(({ name, isOptional }) => !isOptional && (values[name] ?? '').trim() === '');
  if (empty) return `${empty.label}: this is needed.`;
  const short = fields.find(({ name, minLength = 0 }) => (values[name] ?? '').trim().length < minLength);
  return short ? `${short.label}: ${short.minLength} characters at least, for whoever reads it later.` : null;
}

/** Asks for what an action needs; it goes into the record for good. Loaded late. */
export function AskDialog({ number, action, values: given = nothing, onSend, onClose }: AskDialogProps) {
  const { title, description, warnings = [], fields, submit, look } = action.ask ?? noQuestion;
  const { values, set, clear } = useValues(`ask/${number}/${action.id}`, fields, given);
  const [words, setWords] = useState<string | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const lack = missing(fields, values);
    if (lack) return setWords(lack);
    const trimmed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
    onSend(action, trimmed);
    clear();
    onClose();
  };
  return (
    <Dialog title={title} {...(description && { description })} onClose={onClose}>
      <form onSubmit={send} onKeyDown={submitOnCtrlEnter} className="grid gap-4" noValidate>
        <Warnings lines={warnings} />
        {fields.map((field) => (
          <AskFieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => set(field.name, value)}
          />
        ))}
        <p role="alert" className="text-down empty:hidden">
          {words}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look={look}>
            {submit}
            <SubmitHint />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const nothing = {};

function Warnings({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="grid gap-1 rounded-md border border-down bg-down-bg px-3 py-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const noQuestion = {
  title: '',
  description: undefined,
  warnings: [],
  fields: [],
  submit: 'Send',
  look: 'go',
} as const satisfies Omit<NonNullable<RecordAction['ask']>, 'description'> & { description: undefined };
