'use client';

import { useEffect, useState } from 'react';
import { Kbd } from '../ui/kbd';
import { useLatePart } from '../ui/use-late-part';
import { type PaletteEntry, useOfferedEntries } from './palette-entries';

const loadDialog = () => import('./palette-dialog').then((module) => module.PaletteDialog);

/** The palette: Ctrl or ⌘ with K from anywhere, also while one types. */
export function Palette({ places, maySeePeople }: { places: PaletteEntry[]; maySeePeople: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const { part: Dialog } = useLatePart(loadDialog, isOpen);
  const offered = useOfferedEntries();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setIsOpen((was) => !was);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        aria-label="Commands, Ctrl K"
        aria-keyshortcuts="Control+K Meta+K"
        title="Commands"
        className="rounded-md px-1.5 py-1 hover:bg-raise max-md:hidden"
      >
        <Kbd>Ctrl K</Kbd>
      </button>
      {isOpen && Dialog && (
        <Dialog entries={[...offered, ...places]} {...{ maySeePeople }} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
