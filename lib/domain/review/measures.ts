import type { MilestoneName, Milestones } from '../incident/milestones';

/** What an incident is measured by: each the time from one milestone to another. */
export const measures = {
  TTD: { name: 'time to detect', from: 'impactStarted', to: 'detected' },
  TTA: { name: 'time to acknowledge', from: 'detected', to: 'acknowledged' },
  TTM: { name: 'time to mitigate', from: 'impactStarted', to: 'mitigated' },
  TTR: { name: 'time to resolve', from: 'impactStarted', to: 'resolved' },
} as const satisfies Record<string, { name: string; from: MilestoneName; to: MilestoneName }>;

export type MeasureName = keyof typeof measures;

/** Rule R4: milliseconds; *not applicable* while a milestone is missing, *invalid* when it ends before it began. */
export function measure(milestones: Milestones, name: MeasureName): number | 'not applicable' | 'invalid' {
  const { from, to } = measures[name];
  const [start, end] = [milestones[from], milestones[to]];
  if (start === undefined || end === undefined) return 'not applicable';
  const ms = Date.parse(end) - Date.parse(start);
  return ms < 0 ? 'invalid' : ms;
}
