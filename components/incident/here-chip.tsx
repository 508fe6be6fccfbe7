'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { usePresence } from '@/lib/client/store/use-presence';
import type { AccessRole } from '@/lib/domain/access/role';

const roleWords: Record<AccessRole, string> = {
  viewer: 'reads along',
  responder: 'responder',
  commander: 'commander',
  lead: 'lead',
};

interface HereChipProps {
  number: string;
  /** Who looks at it: told apart from the others. */
  ownId: string;
}

/** How many people have this record open right now; who, when asked. Shows nothing while nobody knows. */
export function HereChip({ number, ownId }: HereChipProps) {
  const { people, more } = usePresence(number);
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const count = people.length + more;
  if (count === 0) return null;
  const words = `${count.toLocaleString('en')} here`;
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setIsOpen(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape and for focus that leaves
    <span className="relative" onKeyDown={onKeyDown} onBlur={() => setIsOpen(false)}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-label={`${words}: who?`}
        title={people.map(({ name }) => name).join(', ')}
        onClick={() => setIsOpen(!isOpen)}
        className="min-h-6 whitespace-nowrap rounded-sm border border-edge px-1.5 text-xs hover:border-dim pointer-coarse:py-2.5"
      >
        {words}
      </button>
      <ul
        id={listId}
        hidden={!isOpen}
        aria-label="Who is here"
        className="absolute top-full left-0 z-20 mt-1 max-h-72 w-max max-w-56 overflow-y-auto rounded-md border border-edge bg-panel px-3 py-2 text-text shadow-lg"
      >
        {people.map(({ id, name, role }) => (
          <li key={id} className="py-0.5">
            {name} <span className="text-dim">{id === ownId ? 'you' : roleWords[role]}</span>
          </li>
        ))}
        {more > 0 && <li className="py-0.5 text-dim">{`and ${more.toLocaleString('en')} more`}</li>}
      </ul>
    </span>
  );
}
