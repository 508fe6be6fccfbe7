import 'client-only';

/** A command on its way: kept in the browser until the server has answered for it. */
export interface OutboxEntry {
  commandId: string;
  type: string;
  number: string | null;
  input: Record<string, unknown>;
  /** ISO UTC by the server's clock as this browser knows it. */
  createdAt: string;
  /** Sent along as `occurredAt`; null while the server's time was not known. */
  occurredAt: string | null;
  /** `sent`: answered, and its events are on their way to this page; never stored. */
  state: 'waiting' | 'sending' | 'needs_sign_in' | 'refused' | 'sent';
  attempts: number;
  /** How often the server failed at it by a bug of its own. */
  bugs?: number;
  /** Why the server said no, in words. */
  refusal?: string;
  /** What the person typed, so that a refusal never loses it. */
  text?: string;
}
