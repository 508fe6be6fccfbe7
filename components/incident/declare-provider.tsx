'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { useLatePart } from '../ui/use-late-part';
import { useShortcuts } from '../ui/use-shortcuts';
import type { DeclareChoices, DeclarePrefill } from './declare-choices';
import { LateDeclare } from './late-declare';

type Declare = (prefill?: DeclarePrefill) => void;

const DeclareContext = createContext<Declare | null>(null);

/** Opens the declare dialog; null for people who may not declare. */
export function useDeclare(): Declare | null {
  return useContext(DeclareContext);
}

const loadDialog = () => import('./declare-dialog').then((module) => module.DeclareDialog);
const EMPTY: DeclarePrefill = { title: '', services: [] };

/** Holds the one declare dialog of the page, for the button, the shortcut D and the rows. */
export function DeclareProvider({ choices, children }: { choices: DeclareChoices | null; children: ReactNode }) {
  const [prefill, setPrefill] = useState<DeclarePrefill | null>(null);
  const { part: Dialog, hasFailed } = useLatePart(loadDialog, prefill !== null);
  const declare: Declare | null = choices && ((given = EMPTY) => setPrefill(given));
  const close = () => setPrefill(null);
  useShortcuts(declare ? { d: () => declare() } : {});
  return (
    <DeclareContext value={declare}>
      {children}
      {choices && prefill && Dialog && <Dialog choices={choices} prefill={prefill} onClose={close} />}
      {prefill && !Dialog && <LateDeclare hasFailed={hasFailed} onClose={close} />}
    </DeclareContext>
  );
}
