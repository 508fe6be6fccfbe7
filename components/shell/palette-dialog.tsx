'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';
import type { PaletteEntry } from './palette-entries';
import { rankEntries } from './rank-entries';
import { searchPath, useKnownPlaces } from './use-known-places';

interface PaletteDialogProps {
  entries: PaletteEntry[];
  maySeePeople: boolean;
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
      value={entry.id}
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

/** All by their groups before anything is typed; then what fits, best first. */
function Entries({
  entries,
  query,
  onRun,
}: {
  entries: PaletteEntry[];
  query: string;
  onRun: (entry: PaletteEntry) => void;
}) {
  const router = useRouter();
  const words = query.trim();
  if (words !== '') {
    const label = `Search all incidents for “${words}”`;
    const search = { id: 'search', label, group: 'Places', isView: true, run: () => router.push(searchPath(words)) };
    return rankEntries<PaletteEntry>(entries, words, search).map((entry) => (
      <Entry key={entry.id} entry={entry} onRun={() => onRun(entry)} />
    ));
  }
  return byGroup(entries).map(([group, members]) => (
    <Command.Group
      key={group}
      heading={group}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-dim [&_[cmdk-group-heading]]:text-xs"
    >
      {members.map((entry) => (
        <Entry key={entry.id} entry={entry} onRun={() => onRun(entry)} />
      ))}
    </Command.Group>
  ));
}

/** Everything one can do from here, by the beginnings of its words. Loaded late. */
export function PaletteDialog({ entries, maySeePeople, onClose }: PaletteDialogProps) {
  const [query, setQuery] = useState('');
  const known = useKnownPlaces(maySeePeople);
  const run = (entry: PaletteEntry) => {
    onClose();
    // After the dialog has given the focus back: what opens next takes it.
    setTimeout(entry.run);
  };
  return (
    <Dialog title="What do you want to do?" onClose={onClose}>
      <Command label="Commands" loop shouldFilter={false} className="grid gap-2">
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Type the first letters of its words"
          className="min-h-10 rounded-md border border-edge bg-bg px-3 py-2 placeholder:text-faint"
        />
        <Command.List className="max-h-[50vh] overflow-y-auto p-0.5">
          <Entries entries={[...entries, ...known]} query={query} onRun={run} />
        </Command.List>
      </Command>
    </Dialog>
  );
}
