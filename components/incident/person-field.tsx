'use client';

import { useId } from 'react';
import { usePeople } from '@/lib/client/store/use-people';
import { type ListedPerson, meFirst, sayListed } from '@/lib/domain/access/listed-person';
import { isAtLeast } from '@/lib/domain/access/role';

interface PersonFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function usePeopleWords() {
  const { people, hasFailed } = usePeople(true);
  return { people, words: hasFailed ? 'The list of people could not be loaded. Try again.' : 'Loading the people…' };
}

interface OnePersonProps extends PersonFieldProps {
  mayCommand: boolean;
  meId: string | undefined;
}

/** One person of those who signed in here once. */
export function PersonField({ label, mayCommand, meId, value, onChange }: OnePersonProps) {
  const id = useId();
  const { people, words } = usePeopleWords();
  const able = people?.filter(({ role }) => isAtLeast(role, mayCommand ? 'commander' : 'responder'));
  const offered = able ? meFirst(able, meId) : null;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-dim text-sm">
        {label}
      </label>
      <select
        id={id}
        className="min-h-10 rounded-md border border-edge bg-bg px-3 py-2"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{offered ? 'Choose…' : words}</option>
        {offered?.map((person) => (
          <option key={person.id} value={person.id}>{`${sayListed(person, meId)}, ${person.role}`}</option>
        ))}
      </select>
    </div>
  );
}

function toggled(value: string, { id }: ListedPerson, isOn: boolean): string {
  const others = value.split(',').filter((known) => known !== '' && known !== id);
  return (isOn ? [...others, id] : others).join(',');
}

/** Any number of them; the value is their ids with commas between. */
export function PeopleField({ label, value, onChange }: PersonFieldProps) {
  const { people, words } = usePeopleWords();
  const chosen = value.split(',');
  return (
    <fieldset className="grid max-h-60 gap-1 overflow-y-auto">
      <legend className="mb-1.5 font-semibold text-dim text-sm">{label}</legend>
      {!people && <p className="text-dim">{words}</p>}
      {people?.map((person) => (
        <label key={person.id} className="flex items-center gap-2 py-1">
          <input
            type="checkbox"
            className="tickbox size-4.5 pointer-coarse:size-6"
            checked={chosen.includes(person.id)}
            onChange={(event) => onChange(toggled(value, person, event.target.checked))}
          />
          {`${person.name}, ${person.role}`}
        </label>
      ))}
    </fieldset>
  );
}
