'use client';

import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import type { useLines } from './use-lines';

const rows = Array.from({ length: 12 }, (_, index) => index);

/** What stands in the place of lines: they are coming, there are none, or something is in the way. */
export function LinesState({ lines }: { lines: ReturnType<typeof useLines> }) {
  const { trouble, isPreparing, count, total, retry } = lines;
  if (trouble) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 px-3.5 py-3">
        <span className={trouble.isFinal ? 'text-dim' : 'text-down'}>{trouble.words}</span>
        {!trouble.isFinal && <Button onClick={retry}>Try again</Button>}
      </div>
    );
  }
  if (isPreparing) {
    return (
      <div className="grid gap-2.5 p-3.5">
        <p role="status" className="text-dim">
          The file is being made ready to read…
        </p>
        {rows.map((row) => (
          <Skeleton key={row} className="h-3.5 w-full" />
        ))}
      </div>
    );
  }
  return count === 0 && total === 0 ? <EmptyState title="There is no line in it." /> : null;
}
