import type { Matrix, MatrixRow } from '@/lib/domain/degradation/matrix';
import { Panel } from '../ui/panel';
import { Status } from '../ui/status';
import { LiveNowLine } from './live-now-line';
import { isQuiet, isTrouble } from './row-heat';

interface LiveNowPanelProps {
  matrix: Matrix;
  /** Services the incident was declared from: shown even when they are well. */
  serviceIds: string[];
  nowMs: number;
}

function wellWords(rows: MatrixRow[]): string {
  const off = rows.filter((row) => row.status === 'disabled').length;
  return off > 0 ? `Ok, ${off} off` : 'Ok';
}

/** Many at once, all the same: one line says it. */
function Rest({ title, rows }: { title: string; rows: MatrixRow[] }) {
  const [first] = rows;
  if (!first) return null;
  return (
    <li className="grid grid-cols-[1fr_auto] gap-3 border-line border-t px-3.5 py-2 first:border-0">
      <span>{title}</span>
      {isQuiet(first) ? <Status tone="ok" word={wellWords(rows)} /> : <Status tone="unknown" />}
    </li>
  );
}

/** What the matrix says at this moment, beside the record: the trouble and what it is about, the rest in a line each. */
export function LiveNowPanel({ matrix, serviceIds, nowMs }: LiveNowPanelProps) {
  const isOwn = (row: MatrixRow) => serviceIds.includes(row.serviceId);
  const wanted = matrix.rows.filter((row) => isTrouble(row) || isOwn(row));
  // What it is about comes first, whatever else burns.
  const shown = [...wanted.filter(isOwn), ...wanted.filter((row) => !isOwn(row))];
  const others = matrix.rows.filter((row) => !shown.includes(row));
  const unknown = others.filter((row) => row.status === 'unknown');
  const quiet = others.filter(isQuiet);
  const unknownTitle = unknown.length === 1 ? (unknown[0]?.name ?? '') : `${unknown.length} services`;
  return (
    <Panel title="Live now">
      <ul>
        {shown.map((row) => (
          <LiveNowLine key={row.serviceId} row={row} nowMs={nowMs} />
        ))}
        <Rest title={unknownTitle} rows={unknown} />
        <Rest title={shown.length + unknown.length > 0 ? 'Everything else' : 'All services'} rows={quiet} />
      </ul>
    </Panel>
  );
}
