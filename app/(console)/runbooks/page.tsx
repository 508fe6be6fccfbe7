import type { Metadata } from 'next';
import { KeptCopyMark } from '@/components/triage/kept-copy-mark';
import type { LibraryEntry } from '@/components/triage/library-entry';
import { RunbookLibrary } from '@/components/triage/runbook-library';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Runbooks' };

function toEntries({ runbooks, services, failureClasses }: Catalogue): LibraryEntry[] {
  return runbooks.map(({ id, title, summary, alerts, services: touched, headings, items, inferred }) => {
    const names = services.filter((service) => touched.includes(service.id)).map((service) => service.name);
    const symptoms = failureClasses.filter(({ runbooks: ids }) => ids.includes(id)).map(({ symptom }) => symptom);
    const words = [
      ...alerts,
      ...names,
      ...symptoms,
      ...headings.map((h) => h.title),
      ...items.map((item) => item.title),
    ];
    return { id, title, summary, words: words.join(' '), inferred };
  });
}

export default async function RunbooksPage() {
  await requireActor();
  return (
    <div className="mx-auto grid w-full max-w-4xl content-start gap-4 px-4 py-4 sm:px-5">
      <h1 className="font-semibold text-xl tracking-tight">Runbooks</h1>
      <KeptCopyMark path="/runbooks" />
      <RunbookLibrary entries={toEntries(getCatalogue())} />
    </div>
  );
}
