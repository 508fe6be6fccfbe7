'use client';

import type { OlderEvents } from '@/lib/client/store/use-older-events';
import { Button } from '../ui/button';

interface EarlierEntriesProps {
  older: OlderEvents;
  /** How many entries lie before the first that is loaded; null for who is not shown all of them. */
  left: number | null;
}

/** At the top of the rows: that there are earlier ones, and a way to have them. */
export function EarlierEntries({ older: { hasOlder, progress, loadMore }, left }: EarlierEntriesProps) {
  if (!hasOlder) return null;
  const count = left === null ? 'There may be earlier ones' : `${left.toLocaleString('en')} earlier`;
  const words = progress === 'failed' ? 'The earlier entries could not be had.' : count;
  return (
    <div className="no-print flex min-h-12 items-center justify-center gap-3 py-1.5 text-dim text-sm">
      <span>{words}</span>
      <Button look="bare" onClick={loadMore} aria-disabled={progress === 'loading'}>
        {progress === 'failed' ? 'Try again' : progress === 'loading' ? 'Loading…' : 'Show earlier'}
      </Button>
    </div>
  );
}
