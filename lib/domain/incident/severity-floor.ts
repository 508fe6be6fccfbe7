import type { Rejection } from '../kernel/rejection';
import type { IncidentState } from './incident';

/** Rule I18: while a question that leads up the ladder is answered "yes", severity does not go below where it leads. */
export function floorRefusal(
  { answers, ladder }: Pick<IncidentState, 'answers' | 'ladder'>,
  to: string,
): Rejection | null {
  for (const [ask, { answer, leads, to: floor, by }] of Object.entries(answers)) {
    if (answer !== 'yes' || leads !== 'up' || ladder.indexOf(floor) >= ladder.indexOf(to)) continue;
    return { code: 'severity_held_by_answer', ask, by: by.name, floor };
  }
  return null;
}
