import type { Rejection } from '../kernel/rejection';
import { type AccessRole, isAtLeast } from './role';

/** Who may do what: the least access role for each command. This is the only place to change it. */
export const whoMay = {
  'incident.declare': 'responder',
  'incident.raise_severity': 'responder',
  'incident.lower_severity': 'commander',
  'incident.take_command': 'commander',
  'triage.tick': 'responder',
  'triage.untick': 'responder',
  'timeline.add_note': 'responder',
} as const satisfies Record<string, AccessRole>;

export type Action = keyof typeof whoMay;

/** True when this role may send this command at all; the state of the incident may still refuse it. */
export function isAllowed(role: AccessRole, action: Action): boolean {
  return isAtLeast(role, whoMay[action]);
}

/** The policy as the first line of every decide: the refusal, or null. */
export function policyRefusal(actor: { role: AccessRole }, action: Action): Rejection | null {
  return isAllowed(actor.role, action) ? null : { code: 'not_allowed', action, needs: whoMay[action] };
}
