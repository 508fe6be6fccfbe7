'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useLatePart } from '../ui/use-late-part';
import { useShortcuts } from '../ui/use-shortcuts';
import { Palette } from './palette';
import { useOfferedEntries } from './palette-entries';

const loadHelp = () => import('./shortcut-help').then((module) => module.ShortcutHelp);

const places = [
  { id: 'situation', label: 'Go to the situation', keys: 'g s', path: '/' },
  { id: 'matrix', label: 'Go to the matrix', keys: 'g m', path: '/matrix' },
  { id: 'incidents', label: 'Go to the incidents', keys: 'g i', path: '/incidents' },
  { id: 'runbooks', label: 'Go to the runbooks', keys: 'g r', path: '/runbooks' },
  { id: 'triage', label: 'I was paged: start triage', keys: 'g t', path: '/triage' },
];

/** The shortcuts that work everywhere, the palette, and the button that lists them all. */
export function ShellKeys({ mayDeclare }: { mayDeclare: boolean }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { part: Help } = useLatePart(loadHelp, isOpen);
  const offered = useOfferedEntries();
  const entries = places.map((place) => ({ ...place, group: 'Places', run: () => router.push(place.path) }));
  const help = {
    id: 'help',
    label: 'Show the keyboard shortcuts',
    group: 'Places',
    keys: '?',
    run: () => setIsOpen(true),
  };
  useShortcuts({ '?': help.run, ...Object.fromEntries(entries.map(({ keys, run }) => [keys, run])) });
  return (
    <>
      <Palette places={[...entries, help]} />
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts"
        className="grid size-9 place-items-center rounded-md font-semibold text-dim hover:bg-raise hover:text-text max-sm:hidden"
      >
        ?
      </button>
      {isOpen && Help && (
        <Help mayDeclare={mayDeclare} places={entries} offered={offered} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
