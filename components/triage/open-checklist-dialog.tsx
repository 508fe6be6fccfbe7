'use client';

import { type FormEvent, useMemo, useState } from 'react';
import { Dialog } from '../ui/dialog';
import { EmptyState } from '../ui/empty-state';
import { TextField } from '../ui/text-field';
import { type OpenableList, searchChecklists } from './search-checklists';

interface OpenChecklistDialogProps {
  library: OpenableList[];
  /** Ids of those that are open already. */
  openIds: ReadonlySet<string>;
  onOpen: (checklistId: string) => void;
  onClose: () => void;
}

const mostShown = 30;

/** Finds a checklist among the runbooks and their parts and opens it for everybody. Enter takes the first. Loaded late. */
export function OpenChecklistDialog({ library, openIds, onOpen, onClose }: OpenChecklistDialogProps) {
  const [query, setQuery] = useState('');
  const find = useMemo(() => searchChecklists(library), [library]);
  const found = (query.trim() ? find(query.trim()) : library).filter(({ id }) => !openIds.has(id)).slice(0, mostShown);
  const open = (id: string | undefined) => {
    if (id === undefined) return;
    onOpen(id);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open(found[0]?.id);
  };
  return (
    <Dialog title="Open a checklist" description="It is opened for everybody on this incident." onClose={onClose}>
      <form onSubmit={submit}>
        <TextField
          label="Runbook or part"
          type="search"
          placeholder="Symptom, service"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </form>
      <p role="status" className="sr-only">
        {found.length} found
      </p>
      {found.length === 0 && (
        <EmptyState title="No checklist of that name.">Try the service or the symptom.</EmptyState>
      )}
      <ul className="grid gap-1">
        {found.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => open(id)}
              className="w-full rounded-md px-3 py-2 text-left hover:bg-raise pointer-coarse:min-h-11"
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
