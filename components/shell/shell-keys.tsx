'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type AccessRole, isAtLeast } from '@/lib/domain/access/role';
import { useLatePart } from '../ui/use-late-part';
import { useShortcuts } from '../ui/use-shortcuts';
import { Palette } from './palette';
import { type PaletteEntry, useOfferedEntries } from './palette-entries';

const loadHelp = () => import('./shortcut-help').then((module) => module.ShortcutHelp);

interface Place extends Pick<PaletteEntry, 'id' | 'label' | 'keywords'> {
  keys: string;
  path: string;
  /** The least role that it shows something to. */
  from: AccessRole;
}

const places: Place[] = [
  ...[
    { id: 'situation', label: 'Go to the situation', keys: 'g s', path: '/', keywords: 'home overview now' },
    { id: 'matrix', label: 'Go to the matrix', keys: 'g m', path: '/matrix', keywords: 'services rows history' },
    { id: 'incidents', label: 'Go to the incidents', keys: 'g i', path: '/incidents', keywords: 'list history past' },
    { id: 'runbooks', label: 'Go to the runbooks', keys: 'g r', path: '/runbooks', keywords: 'library' },
  ].map((place) => ({ ...place, from: 'viewer' as const })),
  {
    id: 'triage',
    label: 'I was paged: start triage',
    keys: 'g t',
    path: '/triage',
    keywords: 'alert',
    from: 'responder',
  },
  {
    ...{ id: 'drift', label: 'Go to the drift report', keys: 'g d', path: '/settings/drift' },
    ...{ keywords: 'catalogue differences', from: 'commander' },
  },
];

/** The shortcuts that work everywhere, the palette, and the button that lists them all. */
export function ShellKeys({ role, mayDeclare }: { role: AccessRole; mayDeclare: boolean }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { part: Help } = useLatePart(loadHelp, isOpen);
  const offered = useOfferedEntries();
  const entries = places
    .filter(({ from }) => isAtLeast(role, from))
    .map((place) => ({ ...place, group: 'Places', isView: true, run: () => router.push(place.path) }));
  const help = {
    id: 'help',
    label: 'Show the keyboard shortcuts',
    group: 'Places',
    keys: '?',
    keywords: 'help',
    isView: true,
    run: () => setIsOpen(true),
  };
  useShortcuts({ '?': help.run, ...Object.fromEntries(entries.map(({ keys, run }) => [keys, run])) });
  return (
    <>
      <Palette places={[...entries, help]} maySeePeople={isAtLeast(role, 'responder')} />
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
