'use client';

import { useLink } from '@/lib/client/stream/use-link';
import type { DeclarableRow } from '@/lib/domain/degradation/propose-declaration';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { Button } from '../ui/button';
import { utcClock } from '../ui/format-time';
import { PlaceLink } from '../ui/place-link';

interface AlreadyOpenProps {
  rows: DeclarableRow[];
  /** Ids of the services that are ticked. */
  services: string[];
  incidents: IncidentSummary[];
}

/** Rule I26: the open incidents that name what is ticked come first; a second one about the same rows is seldom meant. */
export function AlreadyOpen({ rows, services, incidents }: AlreadyOpenProps) {
  const held = rows.filter(({ serviceId, heldBy }) => heldBy !== null && services.includes(serviceId));
  const numbers = [...new Set(held.map(({ heldBy }) => heldBy))];
  return numbers.map((number) => {
    const names = held.filter(({ heldBy }) => heldBy === number).map(({ name }) => name);
    const title = incidents.find((incident) => incident.number === number)?.title;
    return (
      <p key={number} className="rounded-md border border-accent bg-accent-bg px-3 py-2">
        {`${names.join(', ')}: in ${number}, open${title ? ` (${title})` : ''}. `}
        <PlaceLink href={`/incidents/${number}`} className="whitespace-nowrap font-semibold text-accent underline">
          Go to {number}
        </PlaceLink>
      </p>
    );
  });
}

/** What is filled in may be old: the page hears nothing. */
export function Silence() {
  const { state, lastHeardMs } = useLink();
  if (state !== 'silent' && state !== 'offline') return null;
  const since = lastHeardMs === null ? '' : ` since ${utcClock(lastHeardMs, true)} UTC`;
  return (
    <p className="font-semibold text-down">{`This page has heard nothing${since}: what is filled in may be old.`}</p>
  );
}

const mostNews = 3;

function inShort(news: string[]): string {
  const rest = news.length - mostNews;
  return rest > 0 ? `${news.slice(0, mostNews).join(', ')} and ${rest} more` : news.join(', ');
}

/** What the matrix did since the form was opened. Nothing moves until somebody asks for it. */
export function MatrixNews({ news, onTakeOver }: { news: string[]; onTakeOver: () => void }) {
  return (
    <div role="status" className="empty:hidden">
      {news.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-edge px-3 py-2">
          <span className="min-w-0 flex-1">{`Changed since you opened this: ${inShort(news)}.`}</span>
          <Button onClick={onTakeOver}>Use what is live now</Button>
        </p>
      )}
    </div>
  );
}
