'use client';

import { LiveNowPanel } from '@/components/degradation/live-now-panel';
import { useLiveFacts } from './live-facts';

/** The live matrix beside a record. */
export function LiveNow({ serviceIds }: { serviceIds: string[] }) {
  const { matrix, nowMs } = useLiveFacts();
  return <LiveNowPanel matrix={matrix} serviceIds={serviceIds} nowMs={nowMs} />;
}
