import type { IncidentState } from './incident';

/**
 * Rule I23: since when users feel it (ISO UTC): as the record says, else the first trouble that its rows were in when it
 * was declared, else the declaration. What its rows do later does not move it.
 */
export function impactStartOf({
  milestones,
  situation,
  declaredAt,
}: Pick<IncidentState, 'milestones' | 'situation' | 'declaredAt'>): string {
  const rows = situation?.rows ?? [];
  const troubles = rows.filter(({ status }) => status === 'down' || status === 'degraded');
  const [first] = troubles.flatMap(({ since }) => since ?? []).sort();
  return milestones.impactStarted ?? first ?? declaredAt;
}
