import '../runbook.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { KeptCopyMark } from '@/components/triage/kept-copy-mark';
import { RunbookBody } from '@/components/triage/runbook-body';
import { RunbookFacts } from '@/components/triage/runbook-facts';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { listIncidentsOfServices } from '@/lib/server/incident/list-incidents-of-services';

export const dynamic = 'force-dynamic';

interface RunbookPageProps {
  params: Promise<{ id: string }>;
}

const find = (id: string) => getCatalogue().runbooks.find((runbook) => runbook.id === id);

export async function generateMetadata({ params }: RunbookPageProps): Promise<Metadata> {
  return { title: find((await params).id)?.title ?? 'Runbook' };
}

export default async function RunbookPage({ params }: RunbookPageProps) {
  const actor = await requireActor();
  const runbook = find((await params).id);
  if (!runbook) notFound();
  const { services } = getCatalogue();
  const touched = services.filter(({ id, runbook: own }) => own === runbook.id || runbook.services.includes(id));
  const incidents = await listIncidentsOfServices(
    actor,
    touched.map(({ id }) => id),
    10,
  );
  return (
    <article className="mx-auto grid max-w-6xl gap-x-8 gap-y-4 px-4 py-4 sm:px-5 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <header className="lg:col-span-2">
        <h1 className="font-semibold text-2xl tracking-tight">{runbook.title}</h1>
        <p className="text-dim">{runbook.summary}</p>
        {runbook.items.length > 0 && (
          <p className="text-dim text-sm print:hidden">Its steps are ticked on the checklist of an incident.</p>
        )}
        <KeptCopyMark path={`/runbooks/${runbook.id}`} />
      </header>
      <RunbookBody runbook={runbook} />
      <RunbookFacts runbook={runbook} services={touched} incidents={incidents} />
    </article>
  );
}
