import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { Elapsed } from '../ui/elapsed';
import { utcClock, utcDay } from '../ui/format-time';
import { Time } from '../ui/time';
import { isQuiet } from './row-heat';

/** Since when the row is what it is: the moment too where it matters, else only how long. */
export function RowSince({ row, nowMs }: { row: MatrixRow; nowMs: number }) {
  if (!row.since) return <span className="text-faint">–</span>;
  const elapsed = <Elapsed iso={row.since} nowMs={nowMs} />;
  if (isQuiet(row)) {
    const ms = Date.parse(row.since);
    return (
      <span className="text-dim" title={`since ${utcDay(ms, nowMs)}, ${utcClock(ms)} UTC`}>
        {elapsed}
      </span>
    );
  }
  return (
    <>
      <Time iso={row.since} nowMs={nowMs} className="md:block" /> <span className="md:hidden">·</span> {elapsed}
    </>
  );
}
