'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useLatePart } from '../ui/use-late-part';
import { useShortcuts } from '../ui/use-shortcuts';

const loadHelp = () => import('./shortcut-help').then((module) => module.ShortcutHelp);

/** The shortcuts that work everywhere, and the button that lists them. */
export function ShellKeys({ mayDeclare }: { mayDeclare: boolean }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { part: Help } = useLatePart(loadHelp, isOpen);
  useShortcuts({
    '?': () => setIsOpen(true),
    'g s': () => router.push('/'),
    'g m': () => router.push('/matrix'),
    'g i': () => router.push('/incidents'),
    'g r': () => router.push('/runbooks'),
  });
  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts"
        className="grid size-9 place-items-center rounded-md font-semibold text-dim hover:bg-raise hover:text-text max-sm:hidden"
      >
        ?
      </button>
      {isOpen && Help && <Help mayDeclare={mayDeclare} onClose={() => setIsOpen(false)} />}
    </>
  );
}
