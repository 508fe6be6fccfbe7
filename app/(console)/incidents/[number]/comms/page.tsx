import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { WatchIncident } from '@/lib/client/stream/watch-incident';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { commsLookup } from '@/lib/server/comms/comms-lookup';
import { getHealth } from '@/lib/server/health/get-health';
import { getRecord } from '@/lib/server/incident/get-record';
import { listOpen } from '@/lib/server/incident/list-incidents';
import { LiveFactsProvider } from '../live-facts';
import { CommsScreen } from './comms-screen';

export const dynamic = 'force-dynamic';

interface CommsPageProps {
  params: Promise<{ number: string }>;
}

/** Read once per request, for the title and for the page. */
const readRecord = cache(async (number: string) => getRecord(await requireActor(), number));

export async function generateMetadata({ params }: CommsPageProps): Promise<Metadata> {
  const { number } = await params;
  return { title: (await readRecord(number)) ? `Updates of ${number}` : 'No such incident' };
}

export default async function CommsPage({ params }: CommsPageProps) {
  const { number } = await params;
  const actor = await requireActor();
  const [record, health, incidents] = await Promise.all([readRecord(number), getHealth(), listOpen(actor)]);
  if (!record) notFound();
  const nowMs = Date.now();
  return (
    <>
      <WatchIncident number={number} />
      <LiveFactsProvider catalogue={toMatrixCatalogue(getCatalogue())} {...{ health, incidents, nowMs }}>
        <CommsScreen actor={actor} initial={record} lookup={commsLookup()} nowMs={nowMs} />
      </LiveFactsProvider>
    </>
  );
}
