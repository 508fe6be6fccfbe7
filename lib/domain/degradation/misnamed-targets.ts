/** Ids of targets that stand for no row, beside ids that rows wait for in vain. */
export interface MisnamedTargets {
  unexpected: string[];
  /** Ids of instances that rows expect and no target has. */
  missing: string[];
}

/**
 * Rule D15: a row that waits for an instance under another id stays unknown for ever. Null when every row finds its instances, or
 * when no target is left over that could be meant.
 */
export function findMisnamedTargets(
  services: readonly { instances: readonly string[] }[],
  targets: readonly { id: string; self?: boolean }[],
): MisnamedTargets | null {
  const expected = [...new Set(services.flatMap(({ instances }) => instances))];
  const unexpected = targets.filter(({ id, self }) => !self && !expected.includes(id)).map(({ id }) => id);
  const missing = expected.filter((id) => !targets.some((target) => target.id === id));
  return unexpected.length > 0 && missing.length > 0 ? { unexpected, missing } : null;
}

/** The same in words, for a page and for the line at the start. */
export function sayMisnamedTargets({ unexpected, missing }: MisnamedTargets): string {
  const one = unexpected.length === 1;
  return `${one ? 'Target' : 'Targets'} ${unexpected.join(', ')} ${one ? 'stands' : 'stand'} for no row of the matrix. Rows expect ${missing.join(', ')}: use these ids in HEALTH_TARGETS, or name yours under "instances" in services.yaml.`;
}
