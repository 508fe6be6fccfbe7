import { describe, expect, it } from 'vitest';
import { type AccessRole, accessRoles, isAtLeast, roleFromGroups } from './role';
import { isAllowed, policyRefusal, whoMay } from './who-may';

const map: Record<string, AccessRole> = {
  stakeholders: 'viewer',
  responders: 'responder',
  commanders: 'commander',
  leads: 'lead',
};

describe('[A1] a stronger role', () => {
  it('may do all that a weaker one may, and never the other way round', () => {
    for (const [strength, role] of accessRoles.entries())
      for (const [needed, other] of accessRoles.entries()) expect(isAtLeast(role, other)).toBe(strength >= needed);
  });

  it('[A2] is allowed every command that a weaker one is', () => {
    for (const action of Object.keys(whoMay) as (keyof typeof whoMay)[]) {
      const allowed = accessRoles.map((role) => isAllowed(role, action));
      expect(allowed).toEqual(allowed.toSorted((a, b) => Number(a) - Number(b)));
      expect(allowed.at(-1)).toBe(true);
      expect(policyRefusal({ role: whoMay[action] }, action)).toBeNull();
    }
  });
});

describe('[A3] the role from groups', () => {
  it('is the strongest that any of them grants, in whatever order they come', () => {
    expect(roleFromGroups(['stakeholders', 'leads', 'responders'], map)).toBe('lead');
    expect(roleFromGroups(['responders', 'stakeholders'], map)).toBe('responder');
    expect(roleFromGroups(['stakeholders', 'somebody else'], map)).toBe('viewer');
  });

  it('is none without a group that grants one: nobody signs in by accident', () => {
    expect(roleFromGroups([], map)).toBeNull();
    expect(roleFromGroups(['Responders', 'responders ', 'lead'], map)).toBeNull();
    expect(roleFromGroups(['responders'], {})).toBeNull();
  });

  it('is none for groups named after what every object has', () => {
    expect(roleFromGroups(['__proto__', 'constructor', 'toString', 'hasOwnProperty'], map)).toBeNull();
  });
});
