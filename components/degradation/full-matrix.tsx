'use client';

import { type ReactNode, useState } from 'react';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { Panel } from '../ui/panel';
import { useHeldOrder } from '../ui/use-held-order';
import { MatrixEntry } from './matrix-entry';
import type { MatrixView } from './matrix-view';
import { SortHead } from './sort-head';

interface FullMatrixProps {
  /** Filtered and sorted as `view` says. */
  rows: MatrixRow[];
  /** How many rows there are without a filter. */
  total: number;
  ladder: string[];
  nowMs: number;
  /** True while a pointer or the focus is on it: values change in place and the order waits. */
  isHeld: boolean;
  view: MatrixView;
  onChange: (part: Partial<MatrixView>) => void;
  /** What a row opens to. */
  renderDetail: (row: MatrixRow) => ReactNode;
}

/** Keeps the order under a hand, except when that hand asked for another one. */
function useRowOrder(ids: string[], isHeld: boolean, { functionId, sort, isReversed }: MatrixView) {
  const asked = `${functionId}/${sort}/${isReversed}`;
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) setSeen(asked);
  return useHeldOrder(ids, isHeld && seen === asked);
}

function noteOf(waits: boolean, shown: number, total: number): string {
  if (waits) return 'sorted again when the pointer leaves';
  return shown === total ? `${total} rows` : `${shown} of ${total} rows`;
}

/** The whole matrix: rows that sort, and open to what still works, what fails, what to do, and how it went. */
export function FullMatrix({ rows, total, view, onChange, isHeld, renderDetail, ...line }: FullMatrixProps) {
  const byId = new Map(rows.map((row) => [row.serviceId, row]));
  const { order, waits } = useRowOrder([...byId.keys()], isHeld, view);
  return (
    <Panel title="Degradation matrix" aside={noteOf(waits, rows.length, total)}>
      <table className="w-full border-collapse max-md:block">
        <SortHead view={view} onSort={(sort, isReversed) => onChange({ sort, isReversed })} />
        <tbody className="max-md:block">
          {order.map((id) => {
            const row = byId.get(id);
            const isOpen = view.openId === id;
            const toggle = () => onChange({ openId: isOpen ? null : id });
            return (
              row && (
                <MatrixEntry key={id} row={row} isOpen={isOpen} toggle={toggle} {...line}>
                  {isOpen && renderDetail(row)}
                </MatrixEntry>
              )
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
