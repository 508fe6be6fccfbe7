'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useNow } from '@/lib/client/store/use-now';
import { type EvidenceView, lookedAt } from '@/lib/domain/evidence/reading';
import { Skeleton } from '../ui/skeleton';
import { useLatePart } from '../ui/use-late-part';
import { MaskNotice } from './mask-notice';
import { PicturePanel } from './picture-panel';
import { useLines } from './use-lines';

interface EvidenceScreenProps {
  view: EvidenceView;
  mayUnmask: boolean;
  nowMs: number;
}

const loadPanel = () => import('./lines-panel').then((module) => module.LinesPanel);

/** What is in a file: its lines, a picture, or the advice to download it. */
export function EvidenceScreen(props: EvidenceScreenProps) {
  const { item, place } = props.view;
  useSettling(props.view);
  if (place === null || place === 'lost' || place === 'damaged') return null;
  const look = lookedAt(item.mediaType);
  if (look === 'lines') return <Lines {...props} />;
  if (look === 'picture') return <PicturePanel item={item} />;
  return (
    <p className="rounded-lg border border-line bg-panel px-3.5 py-6 text-dim">
      Files of this type ({item.mediaType}) are not shown here. Download the original to look at it.
    </p>
  );
}

const lookAgainMs = 4_000;

/** Until the file was looked through and is in the store, which takes a moment after it has arrived. */
function useSettling({ item, place }: EvidenceView): void {
  const router = useRouter();
  const isSettling = item.secrets === null || place === 'spool';
  useEffect(() => {
    if (!isSettling) return;
    const timer = setInterval(() => router.refresh(), lookAgainMs);
    return () => clearInterval(timer);
  }, [isSettling, router]);
}

function Lines({ view, mayUnmask, nowMs }: EvidenceScreenProps) {
  const { number, item } = view;
  const router = useRouter();
  const [epoch, setEpoch] = useState(0);
  const lines = useLines(item.evidenceId, epoch);
  const { part: LinesPanel, hasFailed } = useLatePart(loadPanel, true);
  const { unmaskedUntil } = lines;
  const now = useNow(10_000, nowMs);
  const isOver = unmaskedUntil !== null && now > Date.parse(unmaskedUntil);
  // When the masks come back, what stands on the screen is fetched anew.
  useEffect(() => {
    if (isOver) setEpoch((count) => count + 1);
  }, [isOver]);
  const onUnmasked = () => {
    setEpoch((count) => count + 1);
    router.refresh();
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <MaskNotice {...{ number, item, unmaskedUntil, mayUnmask, onUnmasked }} />
      {LinesPanel && <LinesPanel {...{ number, item, lines, epoch }} />}
      {!LinesPanel && !hasFailed && <Skeleton className="h-96 w-full" />}
      {hasFailed && <p role="alert">The viewer could not be loaded. Reload the page to try again.</p>}
      <noscript>Lines are shown with scripts on. The original can be downloaded without.</noscript>
    </div>
  );
}
