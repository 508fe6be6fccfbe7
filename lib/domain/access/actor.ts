import type { ActorRef } from '../kernel/event';
import type { AccessRole } from './role';

/** Who asks, with what they may do at this moment (read anew for every command). */
export interface Actor extends ActorRef {
  role: AccessRole;
}

/** What `decide` may know beside state and input. Times are ISO UTC from the server's clock. */
export interface DecideContext {
  actor: Actor;
  now: string;
  /** When it happened according to the sender; never after `now`. */
  occurredAt: string;
}

/** The part of an actor that events keep. */
export function toRef(actor: Actor): ActorRef {
  return { kind: actor.kind, id: actor.id, name: actor.name };
}
