import type { ListedPerson } from './listed-person';
import { accessRoles } from './role';

/** Somebody who has an incident open right now. */
export type PresentPerson = ListedPerson;

/** Who is here: so many by name, strongest role first, and how many more. */
export interface Present {
  people: PresentPerson[];
  more: number;
}

/** How many people have an incident open. */
export interface HeadCount {
  number: string;
  count: number;
}

const mostNamed = 30;

/**
 * Rule A8: one list of several: each person once, however many tabs and nodes they are seen by. Those whom another node
 * only counted may be counted twice.
 */
export function gatherPresent(parts: readonly Present[]): Present {
  const byId = new Map(parts.flatMap(({ people }) => people.map((person) => [person.id, person] as const)));
  const all = [...byId.values()].sort(byRoleAndName);
  const counted = parts.reduce((sum, { more }) => sum + more, 0);
  return { people: all.slice(0, mostNamed), more: counted + Math.max(0, all.length - mostNamed) };
}

function byRoleAndName(a: PresentPerson, b: PresentPerson): number {
  const rank = accessRoles.indexOf(b.role) - accessRoles.indexOf(a.role);
  if (rank !== 0) return rank;
  // By code units: every node and browser sorts alike.
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
