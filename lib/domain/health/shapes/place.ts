/** Where in an answer a value stands; that decides how much it takes to call it a component. */
export interface Place {
  /**
   * `root` the answer itself or its envelope · `checks` a container whose members are components by their own say ·
   * `group` any other object · `inside` the facts of one component.
   */
  kind: 'root' | 'checks' | 'group' | 'inside';
  /** Names of the parents, joined by dots; empty at the top. */
  path: string;
  depth: number;
  /** In a `healthy: {…}` map false is bad whatever the name ("deadlocks"). */
  isYesMap?: boolean;
  /** A container of checks stands beside: then unfamiliar booleans are settings. */
  hasChecksBeside?: boolean;
}

/** The answer itself. */
export const ROOT: Place = { kind: 'root', path: '', depth: 0 };

/** A component's full name: `parent.child`. */
export function nameIn(place: Place, name: string): string {
  return place.path === '' ? name : `${place.path}.${name}`;
}

/** One step down. */
export function step(place: Place, kind: Place['kind'], path: string = place.path): Place {
  return { kind, path, depth: place.depth + 1 };
}
