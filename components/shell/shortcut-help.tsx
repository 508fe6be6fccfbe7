'use client';

import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';
import { areShortcutsOn, switchShortcuts } from '../ui/shortcut-switch';
import type { PaletteEntry } from './palette-entries';

const everywhere = [
  { keys: ['Ctrl or ⌘', 'K'], does: 'Everything one can do here, by its words' },
  { keys: ['?'], does: 'Show this list' },
];

const onRecord = [
  { keys: ['.'], does: 'Do what the NOW line says' },
  { keys: ['N'], does: 'Write a note' },
  { keys: ['Ctrl or ⌘', 'Enter'], does: 'Send the note, or the form that is open' },
  { keys: ['J', 'K'], does: 'Next or previous step of the checklist, arrows too; from anywhere, the next open one' },
  { keys: ['Space'], does: 'Tick the step, X too; X from anywhere the next open one' },
];

const onFile = [
  { keys: ['/'], does: 'Find in the file' },
  { keys: ['N', 'Shift N'], does: 'Next or previous place' },
];

function Rows({ title, rows }: { title: string; rows: { keys: string[]; does: string }[] }) {
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold text-dim text-sm">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2">
        {rows.map(({ keys, does }) => (
          <div key={does} className="col-span-2 grid grid-cols-subgrid">
            <dt>{does}</dt>
            <dd className="flex items-center justify-end gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface ShortcutHelpProps {
  mayDeclare: boolean;
  places: PaletteEntry[];
  /** What the page on the screen offers. */
  offered: PaletteEntry[];
  onClose: () => void;
}

function toRows(entries: PaletteEntry[]) {
  return entries.flatMap(({ keys, label }) => (keys ? [{ keys: keys.toUpperCase().split(' '), does: label }] : []));
}

/** The list of shortcuts, and the switch for those that are a single key. Loaded late. */
export function ShortcutHelp({ mayDeclare, places, offered, onClose }: ShortcutHelpProps) {
  const [isOn, setIsOn] = useState(areShortcutsOn);
  const change = () => {
    switchShortcuts(!isOn);
    setIsOn(!isOn);
  };
  const declare = mayDeclare ? [{ keys: ['D'], does: 'Declare an incident' }] : [];
  return (
    <Dialog title="Keyboard shortcuts" description="They are silent while you type." onClose={onClose}>
      <Rows title="Everywhere" rows={[...declare, ...toRows(places), ...everywhere]} />
      <Rows title="In an incident" rows={[...onRecord, ...toRows(offered)]} />
      <Rows title="In saved evidence" rows={onFile} />
      <label className="flex items-center gap-2 border-line border-t pt-3">
        <input type="checkbox" checked={isOn} onChange={change} className="size-4 accent-accent" />
        Letter keys work in this browser
      </label>
    </Dialog>
  );
}
