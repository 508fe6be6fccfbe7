import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { WatchIncident } from '@/lib/client/stream/watch-incident';
import { toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogueVersion } from '@/lib/server/catalogue/catalogue-versions';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { getHealth } from '@/lib/server/health/get-health';
import { getRecord } from '@/lib/server/incident/get-record';
import { listOpen } from '@/lib/server/incident/list-incidents';
import { getChainHead } from '@/lib/server/review/get-chain-head';
import { LiveFactsProvider } from './live-facts';
import { toRecordCatalogue } from './record-catalogue';
import { RecordScreen } from './record-screen';

export const dynamic = 'force-dynamic';

interface RecordPageProps {
  params: Promise<{ number: string }>;
}

/** Read once per request, for the title and for the page. */
const readRecord = cache(async (number: string) => getRecord(await requireActor(), number));

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  const { number } = await params;
  const record = await readRecord(number);
  if (!record) return { title: 'No such incident' };
  const { severity, title } = record.state.incident;
  return { title: { absolute: `${severity} ${title} · ${number}` } };
}

export default async function RecordPage({ params }: RecordPageProps) {
  const { number } = await params;
  const actor = await requireActor();
  const reads = [readRecord(number), getHealth(), getChainHead(number), listOpen(actor)] as const;
  const [record, health, head, incidents] = await Promise.all(reads);
  if (!record) notFound();
  const content = await getCatalogueVersion(record.state.incident.catalogVersion);
  const catalogue = toRecordCatalogue(content ?? toCatalogueContent(getCatalogue()), getCatalogue().services);
  const nowMs = Date.now();
  return (
    <>
      <WatchIncident number={number} />
      <LiveFactsProvider catalogue={toMatrixCatalogue(getCatalogue())} {...{ health, incidents, nowMs }}>
        <RecordScreen actor={actor} initial={record} catalogue={catalogue} nowMs={nowMs} head={head} />
      </LiveFactsProvider>
    </>
  );
}
