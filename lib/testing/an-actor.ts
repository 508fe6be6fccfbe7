import { v7 as uuidv7 } from 'uuid';
import type { Actor, DecideContext } from '@/lib/domain/access/actor';
import type { AccessRole } from '@/lib/domain/access/role';

/** Somebody with this role; each call is another person. */
export function anActor(role: AccessRole, name = `A ${role}`): Actor {
  return { kind: 'person', id: uuidv7(), name, role };
}

/** What decide is told when this actor asks at noon. */
export function aContext(actor: Actor, now = '2026-11-22T12:00:00.000Z'): DecideContext {
  return { actor, now, occurredAt: now };
}
