import 'server-only';
import { type Destination, destinations } from '@/lib/domain/catalogue/comms-guide';
import { Lane } from './lane';
import type { QueueParts } from './queue-parts';
import { recoverDeliveries } from './recover-deliveries';
import { SubscriberMails } from './subscriber-mails';
import { tellMails } from './tell-mails';
import { tellUntold } from './tell-settled';
import { workDelivery } from './work-delivery';

const lookMs = 5_000;
const tendMs = 30_000;
const startedLookBackMs = 7 * 24 * 3_600_000;
const lookBackMs = 24 * 3_600_000;

const nextDue = `
  SELECT destination, min(not_before) AS at FROM delivery WHERE state = 'queued' GROUP BY destination
  UNION ALL SELECT 'subscribers', min(not_before) FROM subscriber_mail WHERE state = 'queued'`;

/**
 * Works off what has to leave, on every node (rules M4, M5). A lane for each place, so that a slow one holds up no other;
 * all of them on few connections of their own. A poke and timers say when to look, and a look every 5 s misses nothing.
 */
export class DeliveryQueue {
  readonly #parts: QueueParts;
  readonly #lanes = new Map<string, Lane>();
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Counting many thousand mails is for when something changed: at the start, and after they were worked on. */
  #hasUntoldMails = true;
  #isEnded = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
    const mails = new SubscriberMails(parts);
    for (const destination of destinations) this.#lanes.set(destination, this.#laneOf(destination));
    const mailLane = new Lane(async () => {
      await mails.work();
      await this.#tellMails();
      return false;
    });
    this.#lanes.set('subscribers', mailLane);
  }

  /** Begins; what a node that died left behind is decided on first. */
  start(): () => Promise<void> {
    void this.tend(startedLookBackMs).then(() => this.look());
    const timers = [setInterval(() => void this.look(), lookMs), setInterval(() => void this.tend(lookBackMs), tendMs)];
    return async () => {
      this.#isEnded = true;
      for (const timer of [...timers, ...this.#timers]) clearTimeout(timer);
      await Promise.all([...this.#lanes.values()].map((lane) => lane.end()));
    };
  }

  /** Hears of a delivery that leaves at `notBefore`, as the poke says in JSON; one that makes no sense is a look now. */
  poke(payload: string): void {
    this.#lookAt(readNotBefore(payload));
  }

  /** Wakes the lanes that have something due, and sets timers for what comes before the next look. */
  async look(): Promise<void> {
    if (this.#isEnded) return;
    const { rows } = await this.#parts.pool.query(nextDue).catch(() => ({ rows: [] }));
    const at = this.#parts.now().getTime();
    for (const { destination, at: due } of rows) {
      if (due === null) continue;
      if (due.getTime() <= at) this.#lanes.get(destination)?.wake();
      else if (due.getTime() < at + lookMs) this.#lookAt(due.getTime());
    }
  }

  /** Decides on abandoned tries, and tells the record what it was not told. */
  async tend(backMs = lookBackMs): Promise<void> {
    try {
      if (await recoverDeliveries(this.#parts)) this.#hasUntoldMails = true;
      await tellUntold(this.#parts, new Date(this.#parts.now().getTime() - backMs));
      if (this.#hasUntoldMails) await this.#tellMails(backMs);
    } catch {
      // The database is away: the next round does it.
    }
  }

  /** Resolves when no lane has anything under way. */
  async idle(): Promise<void> {
    for (const lane of this.#lanes.values()) await lane.idle();
  }

  #laneOf(destination: Destination): Lane {
    return new Lane(async () => {
      const hasWorked = await workDelivery(this.#parts, destination);
      if (hasWorked && destination === 'follow') this.#lanes.get('subscribers')?.wake();
      return hasWorked;
    });
  }

  async #tellMails(backMs = lookBackMs): Promise<void> {
    this.#hasUntoldMails = true;
    await tellMails(this.#parts, new Date(this.#parts.now().getTime() - backMs));
    this.#hasUntoldMails = false;
  }

  #lookAt(at: number): void {
    if (this.#isEnded) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        void this.look();
      },
      Math.max(0, at - this.#parts.now().getTime() + 1),
    );
    this.#timers.add(timer);
  }
}

function readNotBefore(payload: string): number {
  try {
    const at = Date.parse(JSON.parse(payload).notBefore);
    return Number.isNaN(at) ? 0 : at;
  } catch {
    return 0;
  }
}
