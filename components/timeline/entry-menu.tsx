'use client';

import { type KeyboardEvent, useState } from 'react';
import { Menu, type MenuItem } from '../ui/menu';
import type { Entry } from './entry';
import { type RowContext, useRows } from './row-context';

interface EntryMenuProps {
  entry: Entry;
  areTimesShown: boolean;
  onToggleTimes: () => void;
}

const look =
  'grid size-7 place-items-center rounded-md text-faint hover:bg-raise hover:text-text focus-visible:text-text pointer-coarse:size-11 no-print';
const dots = <span aria-hidden="true">⋯</span>;

function itemsFor(entry: Entry, { mayWrite, mayCorrect, mayTake, onAction }: RowContext): MenuItem[] {
  const item = (id: Parameters<typeof onAction>[0], label: string) => ({
    id,
    label,
    onSelect: () => onAction(id, entry),
  });
  return [
    item('copy', 'Copy link'),
    ...(mayWrite ? [entry.isPinned ? item('unpin', 'Unpin') : item('pin', 'Pin to the top')] : []),
    ...(mayWrite ? [item('annotate', 'Annotate…')] : []),
    ...(mayTake(entry)
      ? [
          { ...item('cause', 'Take as the cause…'), hint: 'C' },
          { ...item('mitigation', 'Take as what ended it…'), hint: 'E' },
        ]
      : []),
    ...(mayCorrect(entry) ? [item('correct', 'Correct…')] : []),
  ];
}

const takingKeys = { c: 'cause', e: 'mitigation' } as const;

/** On a finding or a decision, one key takes it as the cause, another as what ended it. */
function takeByKey(event: KeyboardEvent, entry: Entry, { mayTake, onAction }: RowContext): void {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat);
  const key = event.key.toLowerCase();
  if (!isPlain || (key !== 'c' && key !== 'e') || !mayTake(entry)) return;
  event.preventDefault();
  onAction(takingKeys[key], entry);
}

/** What can be done with one entry. A plain button until it is used: there are thousands of rows. */
export function EntryMenu({ entry, areTimesShown, onToggleTimes }: EntryMenuProps) {
  const [isUsed, setIsUsed] = useState(false);
  const rows = useRows();
  const label = `Entry ${entry.event.seq}: more`;
  if (!isUsed) {
    return (
      <button
        type="button"
        data-entry-menu
        tabIndex={-1}
        aria-haspopup="menu"
        aria-expanded={false}
        aria-label={label}
        onKeyDown={(event) => takeByKey(event, entry, rows)}
        onClick={() => setIsUsed(true)}
        className={look}
      >
        {dots}
      </button>
    );
  }
  const times = { id: 'times', label: areTimesShown ? 'Hide both times' : 'Show both times', onSelect: onToggleTimes };
  return (
    <Menu label={label} startsOpen className={look} items={[...itemsFor(entry, rows), times]}>
      {dots}
    </Menu>
  );
}
