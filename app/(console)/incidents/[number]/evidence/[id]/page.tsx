import '@/components/evidence/viewer.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CustodyList } from '@/components/evidence/custody-list';
import { EvidenceFacts } from '@/components/evidence/evidence-facts';
import { EvidenceScreen } from '@/components/evidence/evidence-screen';
import { PlaceLink } from '@/components/ui/place-link';
import { isAllowed } from '@/lib/domain/access/who-may';
import { shown } from '@/lib/domain/evidence/describe-evidence';
import { requireActor } from '@/lib/server/access/current-actor';
import { getEvidence } from '@/lib/server/evidence/get-evidence';

export const dynamic = 'force-dynamic';

interface EvidencePageProps {
  params: Promise<{ number: string; id: string }>;
}

/** Read once per request, for the title and for the page. */
const read = cache(async (number: string, id: string) => getEvidence(await requireActor(), number, id));

export async function generateMetadata({ params }: EvidencePageProps): Promise<Metadata> {
  const { number, id } = await params;
  const view = await read(number, id);
  return { title: { absolute: view ? `${shown(view.item.name)} · ${number}` : 'No such file' } };
}

export default async function EvidencePage({ params }: EvidencePageProps) {
  const { number, id } = await params;
  const [actor, view] = await Promise.all([requireActor(), read(number, id)]);
  if (!view) notFound();
  const nowMs = Date.now();
  return (
    <article className="mx-auto grid w-full max-w-7xl grid-cols-[minmax(0,1fr)] gap-3 px-4 py-4 sm:px-5">
      <header className="grid gap-1">
        <h1 className="font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">
          <bdi>{shown(view.item.name)}</bdi>
        </h1>
        <p className="text-dim">
          Evidence of{' '}
          <PlaceLink href={`/incidents/${number}`} className="whitespace-nowrap text-accent underline">
            {number}
          </PlaceLink>
        </p>
      </header>
      <EvidenceFacts view={view} nowMs={nowMs} />
      <EvidenceScreen view={view} mayUnmask={isAllowed(actor.role, 'evidence.unmask')} nowMs={nowMs} />
      <CustodyList entries={view.custody} nowMs={nowMs} />
    </article>
  );
}
