import 'server-only';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
import { readPool } from '../../kernel/read-pool';

const pauseMs = 60_000;

/** Counts how often a link is looked at; written at most once a minute for each, whatever comes. */
class ViewLog {
  readonly #waiting = new Map<string, number>();
  readonly #writtenAt = new Map<string, number>();

  count(linkId: string): void {
    this.#waiting.set(linkId, (this.#waiting.get(linkId) ?? 0) + 1);
    void this.#write([linkId]);
  }

  /** Writes what has waited long enough; `isLast` writes all. */
  async flush(isLast = false): Promise<void> {
    if (isLast) this.#writtenAt.clear();
    await this.#write([...this.#waiting.keys()]);
    const before = now().getTime() - pauseMs;
    for (const [linkId, at] of this.#writtenAt) if (at <= before) this.#writtenAt.delete(linkId);
  }

  async #write(linkIds: readonly string[]): Promise<void> {
    const at = now();
    for (const linkId of linkIds) {
      const views = this.#waiting.get(linkId);
      if (!views || at.getTime() - (this.#writtenAt.get(linkId) ?? 0) < pauseMs) continue;
      this.#waiting.delete(linkId);
      this.#writtenAt.set(linkId, at.getTime());
      // A count that could not be written waits for the next minute.
      await readPool()
        .query({ name: 'count-views', text: countViews, values: [linkId, views, at] })
        .catch(() => this.#waiting.set(linkId, views + (this.#waiting.get(linkId) ?? 0)));
    }
  }
}

const countViews = 'UPDATE follow_link SET views = views + $2, last_viewed_at = $3 WHERE id = $1::uuid';

/** This node's count of views. */
export function viewLog(): ViewLog {
  return perProcess('view-log', () => new ViewLog());
}
