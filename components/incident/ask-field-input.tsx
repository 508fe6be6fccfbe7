'use client';

import { type ReactNode, useId } from 'react';
import { Button } from '../ui/button';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import { MomentField } from './moment-field';
import { PeopleField, PersonField } from './person-field';
import type { AskField } from './record-action';

interface AskFieldInputProps {
  field: AskField;
  value: string;
  onChange: (value: string) => void;
}

const select = 'min-h-10 rounded-md border border-edge bg-bg px-3 py-2';

function Choice({ field: { label, choices = [] }, value, onChange }: AskFieldInputProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-dim text-sm">
        {label}
      </label>
      <select id={id} className={select} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Passage({ field: { label, maxLength, suggestions = [] }, value, onChange }: AskFieldInputProps) {
  return (
    <div className="grid gap-1.5">
      <TextArea
        label={label}
        rows={3}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {suggestions.map((text) => (
            <Button key={text} onClick={() => onChange(text)}>
              {text.trim()}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const yearAndNumber = /^(?:INC-)?(?:(\d{4})-)?(\d{1,9})$/i;

/** "7", "2026-7" and "inc-2026-0007" all mean the same. */
function toNumber(typed: string): string {
  const [, year = String(new Date().getUTCFullYear()), ordinal] = yearAndNumber.exec(typed.trim()) ?? [];
  return ordinal ? `INC-${year}-${ordinal.padStart(4, '0')}` : typed;
}

/** The input for one field of a question. */
export function AskFieldInput(props: AskFieldInputProps): ReactNode {
  const { field, value, onChange } = props;
  switch (field.kind) {
    case 'choice':
      return <Choice {...props} />;
    case 'moment':
      return <MomentField label={field.label} value={value} onChange={onChange} />;
    case 'person':
      return (
        <PersonField
          {...{ label: field.label, meId: field.meId, value, onChange }}
          mayCommand={field.mayCommand ?? false}
        />
      );
    case 'people':
      return <PeopleField label={field.label} value={value} onChange={onChange} />;
    case 'incident':
      return (
        <TextField
          label={field.label}
          placeholder="INC-2026-0007"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => onChange(toNumber(value))}
        />
      );
    case 'passage':
      return <Passage {...props} />;
  }
}
