import 'server-only';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import { type Glimpse, type Watch, type WatchFact, watchRound } from '@/lib/domain/degradation/watch-platform';
import type { HealthView, TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { getCatalogue } from '../catalogue/get-catalogue';
import { env } from '../env';
import { healthBoard } from '../health/health-board';
import { now } from '../kernel/clock';
import { consoleItself } from '../kernel/console-itself';
import { execute } from '../kernel/execute';
import { machineCommandId } from '../kernel/machine-command-id';
import { writePool } from '../kernel/write-pool';
import { log } from '../observability/log';
import { listOpenAnd } from './list-incidents';

const mostWaiting = 200;
// By the usual interval ten minutes: an outage of the database passes, a record that takes nothing must not hold up the others.
const mostTries = 120;

/** Rules L5 to L7: tells every open incident what the console saw of mapped services. For the one node that polls. */
export class ServiceChangeRecorder {
  #watch: Watch | null = null;
  readonly #round = new Map<string, TargetSnapshot>();
  readonly #glimpses = new Map<string, Glimpse>();
  /** What could not be written down yet, oldest first. */
  readonly #waiting: { fact: WatchFact; tries: number }[] = [];
  #isWriting = false;

  /** After each poll, with what was known before it. A round is looked at as a whole: what breaks on two targets is one fact. */
  async afterPoll(before: TargetSnapshot): Promise<void> {
    if (!this.#round.has(before.id)) this.#round.set(before.id, before);
    const view = healthBoard().view();
    this.#glimpse(view);
    if (!view.targets.every(({ id }) => this.#round.has(id))) return;
    const glimpses = [...this.#glimpses.values()];
    const round = { before: [...this.#round.values()], view, nowMs: now().getTime(), glimpses };
    this.#round.clear();
    this.#glimpses.clear();
    const { watch, facts } = watchRound(getCatalogue(), this.#watch, round);
    this.#watch = watch;
    this.#waiting.push(...facts.map((fact) => ({ fact, tries: 0 })));
    this.#waiting.splice(0, Math.max(0, this.#waiting.length - mostWaiting));
    await this.#writeDown();
  }

  #glimpse(view: HealthView): void {
    const at = now();
    for (const row of buildMatrix(getCatalogue(), view, at.getTime()).rows)
      if (row.status !== 'unknown') this.#glimpses.set(row.serviceId, { row, at: at.toISOString() });
  }

  /** In order; what the database does not take now is tried again after the next round, under the same id. */
  async #writeDown(): Promise<void> {
    if (this.#isWriting || this.#waiting.length === 0) return;
    this.#isWriting = true;
    try {
      const open = (await listOpenAnd([])).map(({ number }) => number);
      for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
        first.tries += 1;
        for (const number of open) await record(number, first.fact);
        this.#waiting.shift();
      }
    } catch (error) {
      if ((this.#waiting[0]?.tries ?? 0) >= mostTries) this.#waiting.shift();
      const reason = error instanceof Error ? error.message : 'unknown';
      log().warn({ reason, waiting: this.#waiting.length }, 'what services did waits to be recorded');
    } finally {
      this.#isWriting = false;
    }
  }
}

async function record(number: string, fact: WatchFact): Promise<void> {
  const { type, data, key } = commandOf(fact);
  const door = { writes: writePool(), catalogue: getCatalogue(), chainKey: env().CHAIN_KEY };
  const commandId = machineCommandId([number, type, key, fact.at]);
  const occurredAt = fact.at <= now().toISOString() ? fact.at : null;
  await execute(door, consoleItself, { commandId, type, input: { number, ...data }, occurredAt });
}

function commandOf(fact: WatchFact) {
  switch (fact.kind) {
    case 'changed': {
      const { change } = fact;
      const key = [change.serviceId, change.from, change.to].join();
      return { type: 'timeline.record_service_change', data: change, key } as const;
    }
    case 'sight_lost': {
      const { services, lastAnswerAt, why } = fact;
      return { type: 'timeline.record_sight_lost', data: { services, lastAnswerAt, why }, key: '' } as const;
    }
    case 'sight_regained': {
      const { services, unknownFrom } = fact;
      return { type: 'timeline.record_sight_regained', data: { services, unknownFrom }, key: '' } as const;
    }
    case 'gap': {
      const { from, to, changes } = fact;
      return { type: 'timeline.record_watch_gap', data: { from, to, changes }, key: '' } as const;
    }
  }
}
