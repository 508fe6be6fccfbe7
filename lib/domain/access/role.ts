/** Access roles from single sign-on groups, weakest first (design §6). A stakeholder is a viewer. */
export const accessRoles = ['viewer', 'responder', 'commander', 'lead'] as const;

export type AccessRole = (typeof accessRoles)[number];

/** True when `role` may do all that `needed` may do. */
export function isAtLeast(role: AccessRole, needed: AccessRole): boolean {
  return accessRoles.indexOf(role) >= accessRoles.indexOf(needed);
}

/** The strongest role that any of the groups grants; null when none grants one. Source: OIDC_ROLE_MAP. */
export function roleFromGroups(
  groups: readonly string[],
  map: Readonly<Record<string, AccessRole>>,
): AccessRole | null {
  const granted = groups.flatMap((group) => (Object.hasOwn(map, group) ? [map[group]] : []));
  return accessRoles.findLast((role) => granted.includes(role)) ?? null;
}
