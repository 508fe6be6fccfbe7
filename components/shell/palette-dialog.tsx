'use client';

import { Command } from 'cmdk';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';
import type { PaletteEntry } from './palette-entries';

interface PaletteDialogProps {
  entries: PaletteEntry[];
  onClose: () => void;
}

function byGroup(entries: PaletteEntry[]): [string, PaletteEntry[]][] {
  const groups = new Map<string, PaletteEntry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}

function Entry({ entry, onRun }: { entry: PaletteEntry; onRun: () => void }) {
  return (
    <Command.Item
      value={`${entry.group} ${entry.label} ${entry.id}`}
      onSelect={onRun}
      className="flex cursor-pointer items-center gap-3 rounded-md px-3 py-2 data-[selected=true]:bg-raise data-[selected=true]:outline-2 data-[selected=true]:outline-accent"
    >
      <span className="min-w-0 flex-1">{entry.label}</span>
      {entry.keys?.split(' ').map((key) => (
        <Kbd key={key}>{key.toUpperCase()}</Kbd>
      ))}
    </Command.Item>
  );
}

/** Everything one can do from here, by its words. Loaded late. */
export function PaletteDialog({ entries, onClose }: PaletteDialogProps) {
  const run = (entry: PaletteEntry) => {
    onClose();
    // After the dialog has given the focus back: what opens next takes it.
    setTimeout(entry.run);
  };
  return (
    <Dialog title="What do you want to do?" onClose={onClose}>
      <Command label="Commands" loop className="grid gap-2">
        <Command.Input
          placeholder="Type a few letters"
          className="min-h-10 rounded-md border border-edge bg-bg px-3 py-2 placeholder:text-faint"
        />
        <Command.List className="max-h-[50vh] overflow-y-auto p-0.5">
          <Command.Empty className="px-3 py-4 text-dim">Nothing here is called that.</Command.Empty>
          {byGroup(entries).map(([group, members]) => (
            <Command.Group
              key={group}
              heading={group}
              className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-dim [&_[cmdk-group-heading]]:text-xs"
            >
              {members.map((entry) => (
                <Entry key={entry.id} entry={entry} onRun={() => run(entry)} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
