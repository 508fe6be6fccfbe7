import type { Fact } from './event';
import type { Rejection } from './rejection';

/** What a command leads to. No events means nothing had to change (a noop). */
export type Decision<F extends Fact> = { ok: true; events: F[] } | { ok: false; rejection: Rejection };

/** These facts follow. Without facts: nothing to do. */
export function accept<F extends Fact>(...events: F[]): Decision<F> {
  return { ok: true, events };
}

/** No fact follows, and this is why. */
export function refuse(rejection: Rejection): { ok: false; rejection: Rejection } {
  return { ok: false, rejection };
}
