import type { Metadata } from 'next';
import { DriftGroups } from '@/components/degradation/drift-groups';
import { DriftRecipe } from '@/components/degradation/drift-recipe';
import { DriftScope } from '@/components/degradation/drift-scope';
import { DriftVerdict } from '@/components/degradation/drift-verdict';
import { EmptyState } from '@/components/ui/empty-state';
import { PlaceLink } from '@/components/ui/place-link';
import { Time } from '@/components/ui/time';
import { isAtLeast } from '@/lib/domain/access/role';
import { requireActor } from '@/lib/server/access/current-actor';
import { getDrift } from '@/lib/server/degradation/get-drift';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Drift' };

function Forbidden() {
  return (
    <EmptyState title="This report is for commanders and leads.">
      Ask one of them if a row of the{' '}
      <PlaceLink href="/matrix" className="text-accent underline">
        matrix
      </PlaceLink>{' '}
      looks wrong to you. How a row is added stands below.
    </EmptyState>
  );
}

async function Report() {
  const { asOf, findings, looked, notLooked } = await getDrift();
  return (
    <>
      <div className="grid gap-1">
        <DriftVerdict count={findings.length} unseen={notLooked.length} />
        <p className="text-dim text-sm">
          As of <Time iso={asOf} seconds zone />. Open the page again to look anew.
        </p>
      </div>
      <DriftGroups findings={findings} />
      <DriftScope looked={looked} notLooked={notLooked} />
    </>
  );
}

export default async function DriftPage() {
  const actor = await requireActor();
  return (
    <div className="mx-auto grid w-full max-w-4xl content-start gap-4 px-4 py-4 sm:px-5">
      <div className="grid gap-1">
        <h1 className="font-semibold text-xl tracking-tight">Does the matrix match reality?</h1>
        <p className="text-dim">The catalogue, compared with live health, alert rules, source and bookmarks.</p>
      </div>
      {isAtLeast(actor.role, 'commander') ? <Report /> : <Forbidden />}
      <DriftRecipe />
    </div>
  );
}
