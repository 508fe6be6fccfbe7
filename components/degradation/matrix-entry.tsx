'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { MatrixLine } from './matrix-line';

interface MatrixEntryProps {
  row: MatrixRow;
  ladder: string[];
  nowMs: number;
  isOpen: boolean;
  toggle: () => void;
  children: ReactNode;
}

/** A row, and under it what it opens to. One that was linked to is brought into sight. */
export function MatrixEntry({ row, ladder, nowMs, isOpen, toggle, children }: MatrixEntryProps) {
  const detail = useRef<HTMLTableRowElement>(null);
  const wasLinkedTo = useRef(isOpen);
  const detailId = `detail-${row.serviceId}`;
  useEffect(() => {
    if (wasLinkedTo.current) detail.current?.previousElementSibling?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <>
      <MatrixLine row={row} ladder={ladder} nowMs={nowMs} opener={{ isOpen, toggle, detailId }} />
      {isOpen && (
        <tr ref={detail} id={detailId} className="break-inside-auto max-md:block">
          <td colSpan={7} className="border-line border-t bg-bg/50 p-0 max-md:block">
            <section aria-label={`${row.name} in detail`}>{children}</section>
          </td>
        </tr>
      )}
    </>
  );
}
