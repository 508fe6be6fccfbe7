import type { Metadata } from 'next';
import { ViewerLine } from '@/components/access/viewer-line';
import { isAllowed } from '@/lib/domain/access/who-may';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { getHealth } from '@/lib/server/health/get-health';
import { listOpen } from '@/lib/server/incident/list-incidents';
import { LiveFactsProvider } from '../incidents/[number]/live-facts';
import { TriageScreen } from './triage-screen';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Triage' };

/** The first five minutes before there is an incident. */
export default async function TriagePage() {
  const actor = await requireActor();
  const [health, incidents] = await Promise.all([getHealth(), listOpen(actor)]);
  const catalogue = getCatalogue();
  const { checklists, failureClasses, escalation } = catalogue;
  if (!isAllowed(actor.role, 'incident.declare'))
    return (
      <div className="grid gap-3 px-5 py-6">
        <h1 className="font-semibold text-xl">Triage is for who answers the page.</h1>
        <ViewerLine role={actor.role} />
      </div>
    );
  return (
    <LiveFactsProvider catalogue={toMatrixCatalogue(catalogue)} {...{ health, incidents }} nowMs={Date.now()}>
      <TriageScreen {...{ checklists, failureClasses, escalation }} />
    </LiveFactsProvider>
  );
}
