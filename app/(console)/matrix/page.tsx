import './matrix.css';
import type { Metadata } from 'next';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { getHealth } from '@/lib/server/health/get-health';
import { MatrixScreen } from './matrix-screen';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Matrix' };

export default async function MatrixPage() {
  const actor = await requireActor();
  const { platform, functions, services, severities, bookmarks } = getCatalogue();
  const linked = new Set(services.flatMap(({ dashboards }) => dashboards));
  return (
    <MatrixScreen
      role={actor.role}
      catalogue={{ platform, functions, services, severities }}
      bookmarks={bookmarks.filter(({ id }) => linked.has(id))}
      health={await getHealth()}
      nowMs={Date.now()}
    />
  );
}
