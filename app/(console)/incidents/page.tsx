import type { Metadata } from 'next';
import { ViewerLine } from '@/components/access/viewer-line';
import { IncidentList } from '@/components/incident/incident-list';
import { buttonLook } from '@/components/ui/button-look';
import { EmptyState } from '@/components/ui/empty-state';
import { PlaceLink } from '@/components/ui/place-link';
import type { Actor } from '@/lib/domain/access/actor';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { listIncidents } from '@/lib/server/incident/list-incidents';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Incidents' };

const MOST_OPEN = 50;
const PAGE = 30;

interface IncidentsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Open incidents lead the first page; older pages hold only what is over. */
async function readLists(actor: Actor, cursor: string | undefined) {
  const [open, page] = await Promise.all([
    listIncidents(actor, { open: true, limit: MOST_OPEN }),
    listIncidents(actor, { limit: PAGE, ...(cursor && { cursor }) }),
  ]);
  const openNumbers = new Set(open.items.map(({ number }) => number));
  const past = page.items.filter(({ number }) => !openNumbers.has(number));
  return { open: cursor ? [] : open.items, past, nextCursor: page.nextCursor };
}

export default async function IncidentsPage({ searchParams }: IncidentsPageProps) {
  const actor = await requireActor();
  const { cursor } = await searchParams;
  const { open, past, nextCursor } = await readLists(actor, typeof cursor === 'string' ? cursor : undefined);
  const list = { ladder: getCatalogue().severities.map(({ id }) => id), nowMs: Date.now() };
  return (
    <div className="grid gap-4 px-4 py-4 sm:px-5">
      <h1 className="font-semibold text-xl tracking-tight">Incidents</h1>
      <ViewerLine role={actor.role} />
      {open.length + past.length === 0 && (
        <EmptyState title={cursor ? 'No older incident.' : 'No incident yet.'}>
          {cursor
            ? 'This is the end of the list.'
            : 'When something breaks, declare it here or from a row of the matrix.'}
        </EmptyState>
      )}
      {open.length > 0 && <IncidentList title="Open" incidents={open} {...list} />}
      {past.length > 0 && <IncidentList title="Past" incidents={past} {...list} />}
      <nav aria-label="Pages" className="flex gap-2 empty:hidden">
        {cursor && (
          <PlaceLink href="/incidents" className={buttonLook('quiet')}>
            Newest
          </PlaceLink>
        )}
        {nextCursor && (
          <PlaceLink href={`/incidents?cursor=${encodeURIComponent(nextCursor)}`} className={buttonLook('quiet')}>
            Older
          </PlaceLink>
        )}
      </nav>
    </div>
  );
}
