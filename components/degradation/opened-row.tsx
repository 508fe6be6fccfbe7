'use client';

import type { RowKnowledge } from '@/lib/domain/degradation/row-knowledge';
import { Button } from '../ui/button';
import { RowDetail, type RowDetailProps } from './row-detail';
import { useRowKnowledge } from './use-row-knowledge';

interface OpenedRowProps extends Omit<RowDetailProps, 'knowledge'> {
  /** Given when the page was opened with this row. */
  known: RowKnowledge | undefined;
}

/** Loads what a row opens to; says so while it waits and when it fails. */
export function OpenedRow({ known, ...detail }: OpenedRowProps) {
  const { data, isError, refetch } = useRowKnowledge(detail.row.serviceId, known);
  if (data) return <RowDetail {...detail} knowledge={data} />;
  return (
    <p role="status" className="flex min-h-40 flex-wrap items-start gap-3 px-3.5 py-3.5 text-dim sm:px-5">
      {isError ? 'What the catalogue knows of this row could not be loaded.' : 'Loading…'}
      {isError && <Button onClick={() => void refetch()}>Try again</Button>}
    </p>
  );
}
