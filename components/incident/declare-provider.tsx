'use client';

import { usePathname } from 'next/navigation';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useLatePart } from '../ui/use-late-part';
import { useShortcuts } from '../ui/use-shortcuts';
import type { DeclareChoices, DeclareStart } from './declare-choices';
import { LateDeclare } from './late-declare';

type Declare = (start?: DeclareStart) => void;

const DeclareContext = createContext<Declare | null>(null);

/** Opens the declare dialog; null for people who may not declare. */
export function useDeclare(): Declare | null {
  return useContext(DeclareContext);
}

const loadDialog = () => import('./declare-dialog').then((module) => module.DeclareDialog);
const fromAnywhere: DeclareStart = {};

/** Holds the one declare dialog of the page, for the button, the shortcut D and the rows. */
export function DeclareProvider({ choices, children }: { choices: DeclareChoices | null; children: ReactNode }) {
  const path = usePathname();
  const [opened, setOpened] = useState<{ start: DeclareStart; path: string } | null>(null);
  // Whoever goes to another page has left the form.
  const start = opened?.path === path ? opened.start : null;
  const { part: Dialog, hasFailed } = useLatePart(loadDialog, start !== null);
  const declare: Declare | null = choices && ((from = fromAnywhere) => setOpened({ start: from, path }));
  const close = () => setOpened(null);
  useShortcuts(declare ? { d: () => declare() } : {});
  return (
    <DeclareContext value={declare}>
      {children}
      {choices && start && Dialog && <Dialog choices={choices} start={start} onClose={close} />}
      {start && !Dialog && <LateDeclare hasFailed={hasFailed} onClose={close} />}
    </DeclareContext>
  );
}
