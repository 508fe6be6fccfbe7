import type { Metadata } from 'next';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { presence } from '@/lib/server/access/presence';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { listBrokenBookmarks } from '@/lib/server/degradation/list-broken-bookmarks';
import { getHealth } from '@/lib/server/health/get-health';
import { listOpen } from '@/lib/server/incident/list-incidents';
import { SituationScreen } from './situation-screen';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Situation' };

export default async function SituationPage() {
  const actor = await requireActor();
  const [health, open] = await Promise.all([getHealth(), listOpen(actor)]);
  return (
    <SituationScreen
      actor={actor}
      catalogue={toMatrixCatalogue(getCatalogue())}
      broken={await listBrokenBookmarks()}
      health={health}
      incidents={open}
      headCounts={presence().countsFor(actor.id)}
      nowMs={Date.now()}
    />
  );
}
