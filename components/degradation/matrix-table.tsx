'use client';

import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { Panel } from '../ui/panel';
import { useHeldOrder } from '../ui/use-held-order';
import { MatrixLine } from './matrix-line';

interface MatrixTableProps {
  rows: MatrixRow[];
  /** Severity ids, the worst first. */
  ladder: string[];
  nowMs: number;
  /** True while a pointer or the focus is on it: values change in place and the order waits. */
  isHeld: boolean;
  /** Declares from a row; not given when one may not. */
  onDeclare?: ((row: MatrixRow) => void) | undefined;
  /** The open incident that names a service. */
  heldBy?: (serviceId: string) => string | null;
}

const columns = ['Service', 'Status', 'Users feel', 'Since', 'Instances', 'Sev', 'Runbook'];

function Head({ hasActions }: { hasActions: boolean }) {
  return (
    <thead className="text-faint text-xs max-md:sr-only">
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className="whitespace-nowrap px-2 py-2 text-left font-medium first:pl-3.5">
            {column}
          </th>
        ))}
        {hasActions && (
          <th scope="col">
            <span className="sr-only">Declare</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

/** The degradation matrix with its live status, trouble on top; stacked cards on a phone. */
export function MatrixTable({ rows, ladder, nowMs, isHeld, onDeclare, heldBy }: MatrixTableProps) {
  const byId = new Map(rows.map((row) => [row.serviceId, row]));
  const { order, waits } = useHeldOrder([...byId.keys()], isHeld);
  const note = waits ? 'sorted again when the pointer leaves' : 'what users feel, row by row';
  return (
    <Panel
      title="Degradation matrix"
      aside={<span className={waits ? '' : 'max-sm:hidden'}>{note}</span>}
      className="overflow-hidden"
    >
      <table className="w-full border-collapse max-md:block">
        <Head hasActions={Boolean(onDeclare)} />
        <tbody className="max-md:block">
          {order.map((id) => {
            const row = byId.get(id);
            return row && <MatrixLine key={id} {...{ row, ladder, nowMs, onDeclare, heldBy }} />;
          })}
        </tbody>
      </table>
    </Panel>
  );
}
