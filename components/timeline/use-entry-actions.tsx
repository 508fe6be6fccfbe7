'use client';

import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import { isAtLeast } from '@/lib/domain/access/role';
import { isAllowed } from '@/lib/domain/access/who-may';
import { useLatePart } from '../ui/use-late-part';
import type { Entry } from './entry';
import type { EntryAction, RowContext } from './row-context';

const loadDialog = () => import('./entry-dialog').then((module) => module.EntryDialog);

export interface TimelineActions {
  pin: (seq: number) => void;
  unpin: (seq: number) => void;
  annotate: (seq: number, text: string) => void;
  correct: (seq: number, text: string) => void;
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
    };
    const mayWrite = isAllowed(role, 'timeline.annotate');
    return {
      mayWrite,
      mayCorrect: ({ event }) =>
        mayWrite && event.type === 'timeline.note_added' && (event.actor.id === id || isAtLeast(role, 'commander')),
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
