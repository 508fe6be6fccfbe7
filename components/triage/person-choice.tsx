'use client';

import { useState } from 'react';
import { usePeople } from '@/lib/client/store/use-people';
import { meFirst, sayListed } from '@/lib/domain/access/listed-person';
import { isAtLeast } from '@/lib/domain/access/role';
import { TextField } from '../ui/text-field';

interface PersonChoiceProps {
  chosenId: string | null;
  /** Who chooses. */
  meId: string;
  onChoose: (personId: string) => void;
}

const filterFrom = 8;

/** The people who can do a step, each one click away; many of them can be searched. */
export function PersonChoice({ chosenId, meId, onChoose }: PersonChoiceProps) {
  const { people, hasFailed } = usePeople(true);
  const [find, setFind] = useState('');
  if (hasFailed) return <p role="alert">The list of people could not be had. Close this and try again.</p>;
  if (!people) return <p role="status">Loading the people…</p>;
  const able = meFirst(
    people.filter(({ role }) => isAtLeast(role, 'responder')),
    meId,
  );
  const shown = able.filter(({ name }) => name.toLowerCase().includes(find.trim().toLowerCase()));
  return (
    <div className="grid gap-3">
      {able.length > filterFrom && (
        <TextField label="Find by name" type="search" value={find} onChange={(event) => setFind(event.target.value)} />
      )}
      <ul className="grid gap-1">
        {shown.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-pressed={person.id === chosenId}
              onClick={() => onChoose(person.id)}
              className="flex w-full items-baseline gap-3 rounded-md border border-line px-3 py-2 text-left hover:border-dim aria-pressed:border-accent pointer-coarse:min-h-11"
            >
              <span className="font-medium">{sayListed(person, meId)}</span>
              <span className="ml-auto text-dim text-sm">{person.role}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="text-dim">Nobody of that name has signed in here.</p>}
    </div>
  );
}
