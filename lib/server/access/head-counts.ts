import 'server-only';
import type { HeadCount } from '@/lib/domain/access/presence';
import type { Hub } from '../kernel/hub';
import { sseMessage } from '../kernel/sse-message';

/** Who may know of an incident: ids of people, null for everybody; undefined while that is not known. */
export type AudienceOf = (number: string) => readonly string[] | null | undefined;

/** How many people each incident has open, for followers of the list: never more than they may know of (rules A7, A9). */
export class HeadCounts {
  readonly #hub: Hub;
  readonly #audienceOf: AudienceOf;
  readonly #counts = new Map<string, number>();
  /** Counts that changed and that nobody was told yet. */
  readonly #untold = new Set<string>();

  constructor(followed: Hub, audienceOf: AudienceOf) {
    this.#hub = followed;
    this.#audienceOf = audienceOf;
  }

  set(number: string, count: number): void {
    if ((this.#counts.get(number) ?? 0) === count) return;
    this.#untold.add(number);
    if (count > 0) this.#counts.set(number, count);
    else this.#counts.delete(number);
  }

  /** Tells what changed; an incident whose audience is not known yet waits. */
  tell(): void {
    for (const number of this.#untold) {
      const audience = this.#audienceOf(number);
      const count = this.#counts.get(number) ?? 0;
      if (audience !== undefined || count === 0) this.#untold.delete(number);
      if (audience === undefined) continue;
      const bytes = sseMessage('here', { counts: [{ number, count }], isWhole: false });
      const topics = audience === null ? ['incidents'] : audience.map((personId) => `incidents:${personId}`);
      for (const topic of topics) this.#hub.publish(topic, bytes);
    }
  }

  /** All counts that this person may know of. */
  seenBy(personId: string): HeadCount[] {
    return [...this.#counts].flatMap(([number, count]) => {
      const audience = this.#audienceOf(number);
      return audience === null || audience?.includes(personId) ? [{ number, count }] : [];
    });
  }
}
