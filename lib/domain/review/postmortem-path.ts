import { slug } from '../catalogue/slug';
import type { IncidentState } from '../incident/incident';
import { zonedDay } from '../kernel/zoned-time';

/** `docs/postmortems/<date>-<slug>.md`: the day it was declared where the team works, and its title. */
export function postmortemPath({ declaredAt, title, number }: IncidentState, zone: string): string {
  const day = zonedDay(Date.parse(declaredAt), zone);
  return `docs/postmortems/${day}-${slug(title) || number.toLowerCase()}.md`;
}
