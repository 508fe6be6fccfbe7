import './matrix.css';
import type { Metadata } from 'next';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { getRowKnowledge } from '@/lib/server/degradation/get-row-knowledge';
import { listBrokenBookmarks } from '@/lib/server/degradation/list-broken-bookmarks';
import { getHealth } from '@/lib/server/health/get-health';
import { MatrixScreen } from './matrix-screen';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Matrix' };

interface MatrixPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MatrixPage({ searchParams }: MatrixPageProps) {
  const actor = await requireActor();
  const { row } = await searchParams;
  const [health, broken, opened] = await Promise.all([
    getHealth(),
    listBrokenBookmarks(),
    typeof row === 'string' ? getRowKnowledge(row) : null,
  ]);
  return (
    <MatrixScreen
      role={actor.role}
      catalogue={toMatrixCatalogue(getCatalogue())}
      opened={opened}
      broken={broken}
      health={health}
      nowMs={Date.now()}
    />
  );
}
