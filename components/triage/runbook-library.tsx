'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { EmptyState } from '../ui/empty-state';
import { PlaceLink } from '../ui/place-link';
import { TextField } from '../ui/text-field';
import type { LibraryEntry } from './library-entry';
import { searchRunbooks } from './search-runbooks';

/** All runbooks, and a search that forgives typing errors. Its code is part of the page: the browser keeps that for when nothing answers. */
export function RunbookLibrary({ entries }: { entries: LibraryEntry[] }) {
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query.trim());
  const find = useMemo(() => searchRunbooks(entries), [entries]);
  const found = wanted ? find(wanted) : entries;
  return (
    <div className="grid gap-3">
      <TextField
        label="Search runbooks"
        type="search"
        placeholder="Symptom, alert, service, command"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p role="status" className="text-dim text-sm">
        {wanted ? `${found.length} of ${entries.length} runbooks` : `${entries.length} runbooks`}
      </p>
      {found.length === 0 && (
        <EmptyState title={`No runbook speaks of “${wanted}”.`}>Try the service or the alert by its name.</EmptyState>
      )}
      <ul className="grid gap-2">
        {found.map((entry) => (
          <li key={entry.id} className="rounded-lg border border-line bg-panel px-3.5 py-2.5">
            <PlaceLink href={`/runbooks/${entry.id}`} className="font-semibold text-accent hover:underline">
              {entry.title}
            </PlaceLink>
            {entry.inferred && <span className="ml-2 text-faint text-xs">partly inferred</span>}
            <p className="text-dim">{entry.summary}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
