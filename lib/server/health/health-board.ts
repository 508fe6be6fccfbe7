import 'server-only';
import { firstSnapshot } from '@/lib/domain/health/first-snapshot';
import type { HealthView, TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { env } from '../env';
import { now } from '../kernel/clock';
import { hub } from '../kernel/hub';
import { perProcess } from '../kernel/per-process';
import { sseMessage } from '../kernel/sse-message';
import { polledTargets } from './polled-targets';
import { readSnapshots } from './store-health';

/** What this node knows of every target, in memory: pages and streams read it, and it outlives the database. */
export class HealthBoard {
  readonly #snapshots: Map<string, TargetSnapshot>;

  constructor() {
    const at = now().toISOString();
    const interval = env().HEALTH_INTERVAL_MS;
    this.#snapshots = new Map(polledTargets().map((target) => [target.id, firstSnapshot(target, interval, at)]));
  }

  get(targetId: string): TargetSnapshot | undefined {
    return this.#snapshots.get(targetId);
  }

  view(): HealthView {
    return { asOf: now().toISOString(), targets: [...this.#snapshots.values()] };
  }

  /** Takes over today's targets: new ones begin unknown, those that are gone are forgotten, the others stay as they are. */
  retarget(): void {
    const at = now().toISOString();
    const interval = env().HEALTH_INTERVAL_MS;
    const targets = polledTargets();
    for (const id of this.#snapshots.keys()) {
      if (!targets.some((target) => target.id === id)) this.#snapshots.delete(id);
    }
    for (const target of targets) {
      const known = this.#snapshots.get(target.id);
      const fresh = firstSnapshot(target, interval, at);
      this.#snapshots.set(target.id, known ? { ...known, name: fresh.name, standIn: fresh.standIn } : fresh);
    }
    hub().publish('health', sseMessage('snapshot', this.view()));
  }

  /** Takes a newer snapshot and tells this node's followers; an older or foreign one changes nothing. */
  put(snapshot: TargetSnapshot): void {
    const known = this.#snapshots.get(snapshot.id);
    if (!known) return;
    const knownAt = known.polledAt ?? '';
    // What was known in the future was known before the clock was set back.
    if (knownAt >= (snapshot.polledAt ?? '') && knownAt <= now().toISOString()) return;
    // Name and kind come from today's configuration, not from when the snapshot was stored.
    const { name, standIn, self, intervalMs } = known;
    const merged = { ...snapshot, name, standIn, self, intervalMs };
    this.#snapshots.set(snapshot.id, merged);
    hub().publish('health', sseMessage('health', merged));
  }

  /** Reads what the leader stored: at start, after a lost connection, and when poked for one target. */
  async refresh(targetIds: readonly string[] = [...this.#snapshots.keys()]): Promise<void> {
    for (const snapshot of await readSnapshots(targetIds)) this.put(snapshot);
  }
}

/** This node's board. */
export function healthBoard(): HealthBoard {
  return perProcess('health-board', () => new HealthBoard());
}
