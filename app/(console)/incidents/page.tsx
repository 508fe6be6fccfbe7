import type { Metadata } from 'next';
import { ViewerLine } from '@/components/access/viewer-line';
import { type FilterChoices, IncidentFilters } from '@/components/incident/incident-filters';
import { IncidentList } from '@/components/incident/incident-list';
import { IncidentListKeys } from '@/components/incident/incident-list-keys';
import { Banner } from '@/components/ui/banner';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { isOpenStatus } from '@/lib/domain/incident/is-open-status';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { listCommanders } from '@/lib/server/incident/list-commanders';
import { listIncidents } from '@/lib/server/incident/list-incidents';
import { type IncidentsQuestion, readIncidentsQuestion } from '@/lib/server/incident/read-incidents-question';
import { ListEnd } from './list-end';
import { NothingFound } from './nothing-found';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Incidents' };

const MOST_OPEN = 50;
const PAGE = 30;

interface IncidentsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Open incidents lead the unfiltered first page; older pages hold only what is over. */
async function readLists(actor: Actor, { filter, limit, cursor }: IncidentsQuestion) {
  const isPlain = Object.keys(filter).length === 0;
  const [open, page] = await Promise.all([
    isPlain ? listIncidents(actor, { filter: { status: 'open' }, limit: MOST_OPEN }) : null,
    listIncidents(actor, { filter, limit, ...(cursor && { cursor }) }),
  ]);
  const leading: IncidentSummary[] = open && !cursor ? open.items : [];
  const shown = new Set(open?.items.map(({ number }) => number));
  const rest = page.items.filter(({ number }) => !shown.has(number));
  return { leading, rest, nextCursor: page.nextCursor, isPlain };
}

async function readChoices(actor: Actor): Promise<FilterChoices> {
  const { severities, failureClasses, services } = getCatalogue();
  return {
    severities: severities.map(({ id }) => id),
    failureClasses: failureClasses.map(({ id, symptom }) => ({ id, label: symptom })),
    services: services.map(({ id, name }) => ({ id, label: name })),
    commanders: await listCommanders(actor),
  };
}

export default async function IncidentsPage({ searchParams }: IncidentsPageProps) {
  const actor = await requireActor();
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() ? [[name, value] as const] : [],
  );
  const reading = readIncidentsQuestion(new URLSearchParams(given.map(([name, value]) => [name, value])), PAGE);
  const question = reading.ok ? reading.question : { filter: {}, limit: PAGE };
  const [lists, choices] = await Promise.all([readLists(actor, question), readChoices(actor)]);
  const { cursor, ...asked } = Object.fromEntries(given);
  const list = { ladder: choices.severities, nowMs: Date.now(), readsDrafts: readsInside(actor.role) };
  const title = lists.isPlain ? 'Past' : lists.rest.every(({ status }) => isOpenStatus(status)) ? 'Open' : 'Found';
  return (
    <div className="grid gap-4 px-4 py-4 sm:px-5">
      <h1 className="font-semibold text-xl tracking-tight">Incidents</h1>
      <ViewerLine role={actor.role} />
      <IncidentFilters
        key={reading.ok ? 'filters' : 'bad'}
        searched={list.readsDrafts ? 'titles, notes and causes' : 'titles and causes'}
        {...{ choices, asked }}
      />
      {!reading.ok && (
        <Banner look="warn">This address cannot be read, so all incidents are shown. {reading.problem}</Banner>
      )}
      <IncidentListKeys>
        {lists.leading.length + lists.rest.length === 0 && (
          <NothingFound asked={asked} isLater={cursor !== undefined} />
        )}
        {lists.leading.length > 0 && <IncidentList title="Open" incidents={lists.leading} {...list} />}
        {lists.rest.length > 0 && (
          <IncidentList title={title} incidents={lists.rest} hasMore={lists.nextCursor !== null} {...list} />
        )}
      </IncidentListKeys>
      <ListEnd asked={asked} isLater={cursor !== undefined} nextCursor={lists.nextCursor} />
    </div>
  );
}
