import type { AccessRole } from './role';

/** Somebody who can be named in a command: they signed in once and still can. */
export interface ListedPerson {
  id: string;
  name: string;
  role: AccessRole;
}
