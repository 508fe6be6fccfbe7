import type { AccessRole } from './role';

/** Somebody who can be named in a command: they signed in once and still can. */
export interface ListedPerson {
  id: string;
  name: string;
  role: AccessRole;
}

/** Whoever chooses stands first: most of what is given out is taken by the one who gives. */
export function meFirst(people: readonly ListedPerson[], meId: string | undefined): ListedPerson[] {
  return [...people.filter(({ id }) => id === meId), ...people.filter(({ id }) => id !== meId)];
}

/** How somebody is called in a list that `meId` chooses from. */
export function sayListed({ id, name }: ListedPerson, meId: string | undefined): string {
  return id === meId ? `Me, ${name}` : name;
}
