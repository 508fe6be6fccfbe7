import { utcClock, utcDay } from '../ui/format-time';
import { toneWord } from '../ui/tone';
import { type HistoryStep, historyStatuses, latencyWords, percent } from './history-steps';

interface HistoryTipProps {
  isLong: boolean;
  active?: boolean;
  payload?: readonly { payload?: HistoryStep }[];
}

/** The numbers of the step under the pointer. */
export function HistoryTip({ isLong, active, payload }: HistoryTipProps) {
  const step = payload?.[0]?.payload;
  if (!active || !step) return null;
  const words = historyStatuses.flatMap((status) => {
    const share = step[status];
    return share ? [`${toneWord[status]} ${percent(share)}`] : [];
  });
  return (
    <div className="rounded-md border border-edge bg-panel px-2 py-1 text-xs">
      <p className="mono">{`${isLong ? `${utcDay(step.atMs)}, ` : ''}${utcClock(step.atMs, !isLong)} UTC`}</p>
      <p>{step.polls === 0 ? 'not polled' : `${words.join(', ')} of ${step.polls}`}</p>
      {step.avgMs !== null && (
        <p className="text-dim">{`${latencyWords(step.avgMs)}, worst ${latencyWords(step.maxMs ?? step.avgMs)}`}</p>
      )}
    </div>
  );
}
