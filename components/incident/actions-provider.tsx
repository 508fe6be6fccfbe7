'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useLatePart } from '../ui/use-late-part';
import { useShortcuts } from '../ui/use-shortcuts';
import type { RecordAction } from './record-action';

interface Actions {
  actions: RecordAction[];
  /**
   * Runs an action by its id: asks first where something has to be said, with these values filled in. One that is not
   * offered does nothing.
   */
  run(id: string, values?: Record<string, string>): void;
}

const ActionsContext = createContext<Actions>({ actions: [], run: () => {} });

/** What this person may do to the open record. */
export function useActions(): Actions {
  return useContext(ActionsContext);
}

const loadDialog = () => import('./ask-dialog').then((module) => module.AskDialog);

interface ActionsProviderProps {
  number: string;
  actions: RecordAction[];
  onSend: (action: RecordAction, values: Record<string, string>) => void;
  /** Puts what is live into the question; without it, it is asked as it is. */
  renderAsk?: (action: RecordAction, dialog: (live: RecordAction) => ReactNode) => ReactNode;
  children: ReactNode;
}

const asItIs: NonNullable<ActionsProviderProps['renderAsk']> = (action, dialog) => dialog(action);

/** Holds the one dialog that asks, for menus, keys, the palette and the NOW line. */
export function ActionsProvider({ number, actions, onSend, renderAsk = asItIs, children }: ActionsProviderProps) {
  const [asked, setAsked] = useState<{ action: RecordAction; values: Record<string, string> } | null>(null);
  const { part: Dialog } = useLatePart(loadDialog, asked !== null);
  const value = useMemo<Actions>(
    () => ({
      actions,
      run: (id, values = {}) => {
        const action = actions.find((candidate) => candidate.id === id);
        if (!action) return;
        if (action.ask) setAsked({ action, values });
        else onSend(action, values);
      },
    }),
    [actions, onSend],
  );
  useShortcuts(Object.fromEntries(actions.flatMap(({ id, keys }) => (keys ? [[keys, () => value.run(id)]] : []))));
  return (
    <ActionsContext value={value}>
      {children}
      {asked &&
        Dialog &&
        renderAsk(asked.action, (action) => (
          <Dialog {...{ number, action, onSend }} values={asked.values} onClose={() => setAsked(null)} />
        ))}
    </ActionsContext>
  );
}
