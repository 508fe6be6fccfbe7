'use client';

import { useId } from 'react';
import { Bar, BarChart, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { utcClock, utcDay } from '../ui/format-time';
import { HistoryPatterns, patternId } from './history-patterns';
import { type HistoryStep, type HistoryWindow, historyStatuses, latencyWords, stepOf } from './history-steps';
import { HistoryTip } from './history-tip';
import type { IncidentMark } from './use-incidents-of';

interface HistoryChartsProps {
  /** What they show, in words: for those who do not see them. */
  label: string;
  steps: HistoryStep[];
  span: HistoryWindow;
  incidents: IncidentMark[];
}

const margin = { top: 2, right: 4, bottom: 0, left: 0 };
const axisWidth = 52;
const letters = { fontSize: 12, fill: 'var(--dim)' };
const tickCount = 5;

/** Some moments along the axis, the last one close to now. */
function ticksOf(steps: HistoryStep[]): number[] {
  const every = Math.max(1, Math.floor(steps.length / tickCount));
  return steps.filter((_, index) => index % every === Math.floor(every / 2)).map(({ atMs }) => atMs);
}

function marks(steps: HistoryStep[], incidents: IncidentMark[]) {
  return incidents.flatMap(({ number, declaredAt }) => {
    const step = stepOf(steps, Date.parse(declaredAt));
    const line = { stroke: 'var(--accent)', strokeWidth: 2, strokeDasharray: '3 3' };
    return step ? [<ReferenceLine key={number} x={step.atMs} {...line} />] : [];
  });
}

/** The share of polls by status in each step, and below it the latency. Loaded late: the library is big. */
export function HistoryCharts({ label, steps, span, incidents }: HistoryChartsProps) {
  const drawing = useId();
  const isLong = span.seconds > 86_400;
  const time = {
    dataKey: 'atMs',
    ticks: ticksOf(steps),
    tickFormatter: (ms: number) => (isLong ? utcDay(ms) : utcClock(ms)),
    tick: letters,
    stroke: 'var(--line)',
    interval: 0,
  } as const;
  const shared = { data: steps, margin, syncId: drawing, accessibilityLayer: false } as const;
  const tip = (
    <Tooltip content={<HistoryTip isLong={isLong} />} isAnimationActive={false} cursor={{ fill: 'var(--raise)' }} />
  );
  return (
    <div role="img" aria-label={label} className="min-w-0">
      <div aria-hidden="true" className="relative">
        <span className="absolute inset-y-0.5 right-1 left-13 rounded-sm bg-raise" />
        <ResponsiveContainer width="100%" height={36}>
          <BarChart {...shared} barCategoryGap={0.5}>
            <HistoryPatterns drawing={drawing} />
            <XAxis {...time} hide />
            <YAxis domain={[0, 1]} width={axisWidth} tick={false} axisLine={false} tickLine={false} />
            {tip}
            {historyStatuses.map((status) => (
              <Bar
                key={status}
                dataKey={status}
                stackId="polls"
                fill={`url(#${patternId(drawing, status)})`}
                isAnimationActive={false}
              />
            ))}
            {marks(steps, incidents)}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <div aria-hidden="true">
        <LatencyChart shared={shared} time={time} steps={steps} incidents={incidents} isLong={isLong} />
      </div>
    </div>
  );
}

interface LatencyChartProps extends Pick<HistoryChartsProps, 'steps' | 'incidents'> {
  shared: object;
  time: object;
  isLong: boolean;
}

function LatencyChart({ shared, time, steps, incidents, isLong }: LatencyChartProps) {
  const polled = steps.filter(({ avgMs }) => avgMs !== null).length;
  if (polled === 0) return <p className="pt-1 text-dim text-sm">It reports no latency.</p>;
  // A few points make no line that one could see.
  const dot = polled <= 30 ? { r: 1.5 } : false;
  return (
    <ResponsiveContainer width="100%" height={104}>
      <LineChart {...shared}>
        <XAxis {...time} />
        <YAxis width={axisWidth} tick={letters} stroke="var(--line)" tickCount={3} tickFormatter={latencyWords} />
        <Tooltip
          content={<HistoryTip isLong={isLong} />}
          isAnimationActive={false}
          cursor={{ stroke: 'var(--edge)' }}
        />
        <Line dataKey="maxMs" stroke="var(--faint)" strokeDasharray="3 2" dot={dot} isAnimationActive={false} />
        <Line dataKey="avgMs" stroke="var(--accent)" strokeWidth={2} dot={dot} isAnimationActive={false} />
        {marks(steps, incidents)}
      </LineChart>
    </ResponsiveContainer>
  );
}
