import 'server-only';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';

/** One update on its way to one place. `id` is the delivery's own: its idempotency key wherever a receiver knows such. */
export interface Outgoing {
  id: string;
  channel: string;
  payload: DeliveryPayload;
  /** True when an earlier try may have arrived. */
  isRepeated: boolean;
}

/**
 * What came of one try. `again` did not arrive, or does no harm twice (`isDown`: the receiver was not even reached);
 * `refused` will be refused for ever (`isGone`: there is nobody at this address); `unknown` left here, and nobody can say
 * whether it arrived. Words are for people and hold no secret.
 */
export type Sending =
  | { outcome: 'sent'; note?: string }
  | { outcome: 'again'; problem: string; afterMs?: number; isDown?: boolean }
  | { outcome: 'refused'; problem: string; isGone?: boolean }
  | { outcome: 'unknown'; problem: string };

/** What the receiver calls an incident of ours: a thread, a message, an incident on its page. */
export interface Correspondence {
  read(): Promise<unknown>;
  keep(data: object): Promise<void>;
}

/** Where updates go; one real adapter for each vendor. Never throws for what the receiver does. */
export interface Receiver {
  send(outgoing: Outgoing, correspondence: Correspondence): Promise<Sending>;
  /** Whether a try of which nobody knows what became may be made again without anybody being told twice. */
  mayRepeat(outgoing: Outgoing, correspondence: Correspondence): Promise<boolean>;
}
