import 'server-only';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
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

/** Rule L5: tells every open incident when a mapped service changes. For the one node that polls. */
export class ServiceChangeRecorder {
  readonly #known = new Map<string, MatrixRow['status']>();
  readonly #polled = new Set<string>();

  /** After each poll of a target. One round of polls is looked at as a whole: what breaks on two targets is one fact. */
  async afterPoll(targetId: string): Promise<void> {
    this.#polled.add(targetId);
    const view = healthBoard().view();
    if (!view.targets.every(({ id }) => this.#polled.has(id))) return;
    this.#polled.clear();
    const changed = buildMatrix(getCatalogue(), view, now().getTime()).rows.flatMap((row) => this.#changeOf(row));
    if (changed.length === 0) return;
    const open = (await listOpenAnd([])).map(({ number }) => number);
    for (const number of open) for (const change of changed) await record(number, change);
  }

  #changeOf(row: MatrixRow) {
    const from = this.#known.get(row.serviceId);
    this.#known.set(row.serviceId, row.status);
    return from === undefined || from === row.status ? [] : [{ row, from }];
  }
}

async function record(number: string, { row, from }: { row: MatrixRow; from: MatrixRow['status'] }): Promise<void> {
  const at = row.since ?? now().toISOString();
  const { serviceId, name, status: to, users } = row;
  const instances = row.instances.filter(({ status }) => status === to).map(({ targetName }) => targetName);
  const input = { number, serviceId, name, from, to, users, instances: [...new Set(instances)] };
  const door = { writes: writePool(), catalogue: getCatalogue(), chainKey: env().CHAIN_KEY };
  const commandId = machineCommandId([number, serviceId, from, to, at]);
  try {
    const occurredAt = at <= now().toISOString() ? at : null;
    await execute(door, consoleItself, { commandId, type: 'timeline.record_service_change', input, occurredAt });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    log().warn({ number, serviceId, reason }, 'a change of a service is missing in a timeline');
  }
}
