'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import { Button } from '../ui/button';
import { buttonLook } from '../ui/button-look';
import { PlaceLink } from '../ui/place-link';
import { TextField } from '../ui/text-field';
import { useShortcuts } from '../ui/use-shortcuts';
import { FilterChoice } from './filter-choice';
import { useFollowAddress } from './use-follow-address';

export interface FilterChoices {
  severities: string[];
  failureClasses: { id: string; label: string }[];
  services: { id: string; label: string }[];
  commanders: string[];
}

interface IncidentFiltersProps {
  choices: FilterChoices;
  /** What the address asks for now, by parameter. */
  asked: Record<string, string>;
  /** What is searched, in words. */
  searched: string;
}

const TYPING_MS = 250;
const states = ['open', 'investigating', 'identified', 'mitigated', 'resolved', 'closed'];
const postmortems = [
  { id: 'owed', label: 'Owed' },
  { id: 'overdue', label: 'Overdue' },
  { id: 'done', label: 'Done' },
];
const named = (values: readonly string[]) => values.map((id) => ({ id, label: id }));

/** What to look for. A plain form without scripts; with them the list follows what is typed. Everything is in the address. */
export function IncidentFilters({ choices, asked, searched }: IncidentFiltersProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isLooking, startLooking] = useTransition();
  useShortcuts({ '/': () => search.current?.focus() });
  useEffect(() => () => clearTimeout(timer.current), []);
  useFollowAddress(form, asked);
  const look = (afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (form.current) startLooking(() => router.replace(addressOf(form.current), { scroll: false }));
    }, afterMs);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(0);
  };
  return (
    <search>
      <form ref={form} action="/incidents" onSubmit={submit} onChange={() => look(TYPING_MS)} className="grid gap-3">
        <TextField
          ref={search}
          label={`Search ${searched}`}
          name="q"
          type="search"
          maxLength={300}
          defaultValue={asked.q ?? ''}
          placeholder="Every word has to occur; a beginning is enough"
          aria-keyshortcuts="/"
          autoComplete="off"
        />
        <details>
          <summary className="cursor-pointer py-1 text-sm">
            <span className="font-semibold text-dim">Filters</span> {inShort(choices, asked)}
          </summary>
          <div className="grid gap-3 pt-2 sm:grid-cols-2 lg:grid-cols-4">
            <FilterChoice label="State" name="status" choices={named(states)} asked={asked} />
            <FilterChoice label="Severity" name="severity" choices={named(choices.severities)} asked={asked} />
            <FilterChoice
              label="Failure class"
              name="failureClass"
              choices={[...choices.failureClasses, { id: 'none', label: 'Not found' }]}
              asked={asked}
            />
            <FilterChoice label="Service" name="service" choices={choices.services} asked={asked} />
            <FilterChoice label="Commander" name="commander" choices={named(choices.commanders)} asked={asked} />
            <FilterChoice label="Postmortem" name="postmortem" choices={postmortems} asked={asked} />
            <TextField label="Declared from (UTC)" name="from" type="date" defaultValue={asked.from ?? ''} />
            <TextField label="To and including" name="to" type="date" defaultValue={asked.to ?? ''} />
          </div>
        </details>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="go">
            Search
          </Button>
          {Object.keys(asked).length > 0 && (
            <PlaceLink href="/incidents" className={buttonLook('quiet')}>
              Show all
            </PlaceLink>
          )}
          <span className="text-dim text-sm">{isLooking ? 'Looking…' : ''}</span>
        </div>
      </form>
    </search>
  );
}

/** The filters that are set, in words: they stay folded away, so that a phone shows what was found. */
function inShort({ failureClasses, services }: FilterChoices, { q: _, from, to, ...asked }: Record<string, string>) {
  const labels = [...failureClasses, ...services, ...postmortems, { id: 'none', label: 'Class not found' }];
  const chosen = Object.values(asked).map((id) => labels.find((choice) => choice.id === id)?.label ?? id);
  return [...chosen, ...(from ? [`from ${from}`] : []), ...(to ? [`to ${to}`] : [])].join(', ');
}

/** The page's address for what the form says; what is empty is left out. */
function addressOf(form: HTMLFormElement | null): string {
  const entries = form ? [...new FormData(form)] : [];
  const query = new URLSearchParams(
    entries.flatMap(([name, value]) => {
      const text = String(value).trim();
      return text ? [[name, text]] : [];
    }),
  );
  return query.size > 0 ? `/incidents?${query}` : '/incidents';
}
