/** The moments that an incident is measured by, in their usual order. Each is set once and corrected by a new event. */
export const milestoneNames = [
  'impactStarted',
  'detected',
  'acknowledged',
  'declared',
  'mitigated',
  'resolved',
  'closed',
] as const;

export type MilestoneName = (typeof milestoneNames)[number];

/** ISO UTC by name; one that is missing has not come, or nobody knows. */
export type Milestones = Partial<Record<MilestoneName, string>>;

/** How people say a milestone. */
export const milestoneWords: Record<MilestoneName, string> = {
  impactStarted: 'impact started',
  detected: 'detected',
  acknowledged: 'acknowledged',
  declared: 'declared',
  mitigated: 'mitigated',
  resolved: 'resolved',
  closed: 'closed',
};
