import type { Rejection } from '../kernel/rejection';
import type { IncidentState } from './incident';

/** Rules I8 and I16: a merged incident takes no commands at all, a closed one none but going back and what is learnt later. */
export function closedRefusal({ mergedInto, status, number }: IncidentState): Rejection | null {
  if (mergedInto !== null) return { code: 'incident_merged', number, into: mergedInto };
  return status === 'closed' ? { code: 'incident_closed', number } : null;
}

/** The part of that rule that holds for what is still possible on a closed incident. */
export function mergedRefusal({ mergedInto, number }: IncidentState): Rejection | null {
  return mergedInto === null ? null : { code: 'incident_merged', number, into: mergedInto };
}
