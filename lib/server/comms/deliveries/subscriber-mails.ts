import 'server-only';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import type { Sending } from '../../integrations/receiver';
import { deliveryCount } from '../../observability/metrics';
import { backOffMs } from './back-off';
import { claimMails, type MailRow } from './claim-mails';
import { givingWay } from './give-way';
import { inTime } from './in-time';
import type { QueueParts } from './queue-parts';
import { type SettledMail, settleMails } from './settle-mails';
import { untilWritten } from './until-written';

const mostAtOnce = 10;
/** So that a claim is worth its commit, and few are begun that have to wait. */
const mostAClaim = 3;
const mostTries = 40;
const longestPauseMs = 60_000;

/** Sends mails to subscribers, ten at a time, each once. */
export class SubscriberMails {
  readonly #parts: QueueParts;
  readonly #giveWay = givingWay();
  readonly #inFlight = new Set<Promise<void>>();
  readonly #payloads = new Map<string, DeliveryPayload | null>();
  /** What waits to be written down together, while the batch before is. */
  #unwritten: SettledMail[] = [];
  #writing: Promise<void> | null = null;
  /** Successive tries at which the mail server was not even reached. */
  #downs = 0;
  #pausedUntil = 0;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Works until nothing is due or the mail server is away. Throws when the database fails. */
  async work(): Promise<void> {
    for (;;) {
      await this.#giveWay();
      const rows = this.#isPaused() ? [] : await this.#claim();
      for (const row of rows) this.#start(row);
      if (this.#inFlight.size === 0) return;
      const enough = rows.length === 0 ? 0 : mostAtOnce - mostAClaim;
      while (this.#inFlight.size > enough) await Promise.race(this.#inFlight);
    }
  }

  #claim(): Promise<MailRow[]> {
    const { pool, node, now } = this.#parts;
    return claimMails(pool, node, now(), mostAClaim);
  }

  #isPaused(): boolean {
    return this.#parts.now().getTime() < this.#pausedUntil;
  }

  #start(row: MailRow): void {
    const sent = this.#send(row)
      .then((sending) => this.#settle(row, sending))
      // The row stays as begun, and is called uncertain when its time is up.
      .catch(() => {})
      .finally(() => this.#inFlight.delete(sent));
    this.#inFlight.add(sent);
  }

  async #send(row: MailRow): Promise<Sending> {
    const { email, language, subscription_id: id } = row;
    if (row.is_private !== false) return { outcome: 'refused', problem: 'the incident is private' };
    if (!row.is_subscribed || !email) return { outcome: 'refused', problem: 'not subscribed any more' };
    const payload = await this.#payloadOf(row.update_id);
    if (!payload) return { outcome: 'refused', problem: 'the update is not there' };
    return inTime(this.#parts.mailSubscriber(payload, { id, email, language: language ?? payload.language }));
  }

  async #payloadOf(updateId: string): Promise<DeliveryPayload | null> {
    const known = this.#payloads.get(updateId);
    if (known !== undefined) return known;
    const { rows } = await this.#parts.pool.query(
      "SELECT payload FROM delivery WHERE update_id = $1 AND destination = 'follow' AND state = 'sent' LIMIT 1",
      [updateId],
    );
    if (this.#payloads.size > 8) this.#payloads.clear();
    this.#payloads.set(updateId, rows[0]?.payload ?? null);
    return rows[0]?.payload ?? null;
  }

  async #settle(row: MailRow, sending: Sending): Promise<void> {
    this.#noteReach(sending);
    const settled = this.#toSettled(row, sending);
    deliveryCount().inc({
      destination: 'subscribers',
      outcome: settled.state === 'queued' ? 'failing' : settled.state,
    });
    this.#unwritten.push(settled);
    while (this.#unwritten.includes(settled)) await (this.#writing ?? this.#write());
    await this.#writing;
  }

  #write(): Promise<void> {
    const batch = this.#unwritten;
    this.#unwritten = [];
    const { pool, node, now } = this.#parts;
    this.#writing = untilWritten(() => settleMails(pool, node, batch, now())).finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  #noteReach(sending: Sending): void {
    const isDown = sending.outcome === 'again' && sending.isDown === true;
    this.#downs = isDown ? this.#downs + 1 : 0;
    // Ten thousand tries at a server that is not there help nobody.
    if (this.#downs < mostAtOnce) return;
    const pauseMs = Math.min(1_000 * 2 ** Math.floor(this.#downs / mostAtOnce), longestPauseMs);
    this.#pausedUntil = this.#parts.now().getTime() + pauseMs;
  }

  #toSettled(row: MailRow, sending: Sending): SettledMail {
    const base = { row, notBefore: null, isGone: false };
    if (sending.outcome === 'sent') return { ...base, state: 'sent', problem: null };
    const { outcome, problem } = sending;
    if (outcome === 'refused') return { ...base, state: 'given_up', problem, isGone: sending.isGone === true };
    if (outcome === 'unknown') return { ...base, state: 'uncertain', problem };
    if (row.attempts >= mostTries) return { ...base, state: 'given_up', problem };
    const waitMs = sending.afterMs ?? backOffMs(row.attempts, this.#parts.chance());
    return { ...base, state: 'queued', problem, notBefore: new Date(this.#parts.now().getTime() + waitMs) };
  }
}
