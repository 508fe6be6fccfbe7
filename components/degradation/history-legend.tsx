import { useId } from 'react';
import { toneWord } from '../ui/tone';
import { HistoryPatterns, patternId } from './history-patterns';
import { historyStatuses } from './history-steps';

/** What the textures and lines of the charts mean. */
export function HistoryLegend() {
  const drawing = useId();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-dim text-xs">
      {historyStatuses.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <svg viewBox="0 0 18 12" aria-hidden="true" className="h-3 w-4.5">
            <HistoryPatterns drawing={`${drawing}${status}`} />
            <rect width="18" height="12" fill={`url(#${patternId(`${drawing}${status}`, status)})`} />
          </svg>
          {toneWord[status]}
        </li>
      ))}
      <li>Empty: not polled</li>
      <li className="flex items-center gap-1.5">
        <svg viewBox="0 0 18 12" aria-hidden="true" className="h-3 w-4.5">
          <path d="M0 6h18" stroke="var(--accent)" strokeWidth="2" />
        </svg>
        Latency, average
      </li>
      <li className="flex items-center gap-1.5">
        <svg viewBox="0 0 18 12" aria-hidden="true" className="h-3 w-4.5">
          <path d="M0 6h18" stroke="var(--faint)" strokeWidth="1.5" strokeDasharray="3 2" />
        </svg>
        Latency, worst
      </li>
    </ul>
  );
}
