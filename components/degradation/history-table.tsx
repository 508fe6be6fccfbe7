import type { History, HistoryBucket } from '@/lib/domain/health/history';
import { Time } from '../ui/time';
import { toneWord } from '../ui/tone';
import { historyStatuses, latencyWords } from './history-steps';

const cell = 'px-2 py-1 text-right';

function Line({ bucket, nowMs }: { bucket: HistoryBucket; nowMs: number }) {
  const latency = (ms: number | null) => (ms === null ? '–' : latencyWords(ms));
  return (
    <tr className="border-line border-t">
      <th scope="row" className="mono whitespace-nowrap px-2 py-1 text-left font-normal">
        <Time iso={bucket.at} nowMs={nowMs} seconds />
      </th>
      {historyStatuses.map((status) => (
        <td key={status} className={`${cell} ${bucket[status] === 0 ? 'text-faint' : ''}`}>
          {bucket[status]}
        </td>
      ))}
      <td className={`${cell} whitespace-nowrap`}>{latency(bucket.latencyAvgMs)}</td>
      <td className={`${cell} whitespace-nowrap`}>{latency(bucket.latencyMaxMs)}</td>
    </tr>
  );
}

/** The numbers behind the charts, newest first: polls by status, and latency. Steps without polls have no row. */
export function HistoryTable({ label, history }: { label: string; history: History }) {
  const nowMs = Date.parse(history.to);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`${label}, as a table`}
      className="scrolls max-h-72 overflow-auto rounded-md border border-line"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{`${label}: polls by status, and latency`}</caption>
        <thead className="sticky top-0 bg-panel text-faint text-xs">
          <tr>
            <th scope="col" className="px-2 py-1 text-left font-medium">
              From, UTC
            </th>
            {historyStatuses.map((status) => (
              <th key={status} scope="col" className={`${cell} font-medium`}>
                {toneWord[status]}
              </th>
            ))}
            <th scope="col" className={`${cell} font-medium`}>
              Average
            </th>
            <th scope="col" className={`${cell} font-medium`}>
              Worst
            </th>
          </tr>
        </thead>
        <tbody>
          {history.buckets.toReversed().map((bucket) => (
            <Line key={bucket.at} bucket={bucket} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
