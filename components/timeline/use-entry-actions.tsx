'use client';

import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import { isAtLeast } from '@/lib/domain/access/role';
import { isAllowed } from '@/lib/domain/access/who-may';
import { useLatePart } from '../ui/use-late-part';
import { type Entry, textOf } from './entry';
import type { EntryAction, RowContext } from './row-context';

const loadDialog = () => import('./entry-dialog').then((module) => module.EntryDialog);

export interface TimelineActions {
  pin: (seq: number) => void;
  unpin: (seq: number) => void;
  annotate: (seq: number, text: string) => void;
  correct: (seq: number, text: string) => void;
  /** Opens the question that ends the incident with this text in it; null when it cannot be ended. */
  takeAs: ((what: 'cause' | 'mitigation', text: string) => void) | null;
}

/** What somebody found out or decided may be what it was, or what ended it. */
function isTelling({ event }: Entry): boolean {
  if (event.type !== 'timeline.note_added') return false;
  return event.data.kind === 'finding' || event.data.kind === 'decision';
}

async function copyLink(seq: number): Promise<string> {
  const { origin, pathname } = window.location;
  return navigator.clipboard.writeText(`${origin}${pathname}#e${seq}`).then(
    () => `The link to entry ${seq} is copied.`,
    () => `The browser did not let us copy. Take the address of the page and add #e${seq}.`,
  );
}

/** What the menus of the rows lead to. The context stays the same, so that no row is drawn anew for it. */
export function useEntryActions(number: string, actor: Actor, actions: TimelineActions) {
  const [asked, setAsked] = useState<{ kind: 'annotate' | 'correct'; entry: Entry } | null>(null);
  const [said, setSaid] = useState('');
  const { part: EntryDialog } = useLatePart(loadDialog, asked !== null);
  const latest = useRef(actions);
  latest.current = actions;
  const { id, role } = actor;
  const rows = useMemo<RowContext>(() => {
    const act: Record<EntryAction, (entry: Entry) => void> = {
      copy: ({ event }) => void copyLink(event.seq).then(setSaid),
      pin: ({ event }) => latest.current.pin(event.seq),
      unpin: ({ event }) => latest.current.unpin(event.seq),
      annotate: (entry) => setAsked({ kind: 'annotate', entry }),
      correct: (entry) => setAsked({ kind: 'correct', entry }),
      cause: (entry) => latest.current.takeAs?.('cause', textOf(entry) ?? ''),
      mitigation: (entry) => latest.current.takeAs?.('mitigation', textOf(entry) ?? ''),
    };
    const mayWrite = isAllowed(role, 'timeline.annotate');
    return {
      mayWrite,
      mayCorrect: ({ event }) =>
        mayWrite && event.type === 'timeline.note_added' && (event.actor.id === id || isAtLeast(role, 'commander')),
      mayTake: (entry) => isTelling(entry) && latest.current.takeAs !== null,
      onAction: (action, entry) => act[action](entry),
    };
  }, [id, role]);
  const dialog: ReactNode = asked && EntryDialog && (
    <EntryDialog
      number={number}
      {...asked}
      onSend={(kind, seq, text) => actions[kind](seq, text)}
      onClose={() => setAsked(null)}
    />
  );
  return { rows, dialog, said };
}
