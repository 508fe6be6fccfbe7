import { describeFlapping } from '../health/flapping';
import type { ComponentStatus } from '../health/health';
import type { TargetSnapshot } from '../health/target-snapshot';
import { combineInstances, combineReadings } from './combine-readings';
import type { MatrixRow } from './matrix';
import type { MatrixService } from './matrix-catalogue';
import { readService, type ServiceReading } from './read-service';

/** One service's row at one moment. */
export function buildRow(service: MatrixService, targets: readonly TargetSnapshot[], nowMs: number): MatrixRow {
  const readings = readService(service, targets, nowMs);
  const statuses = readings.map((reading) => reading.status);
  const status = service.instances.length > 0 ? combineInstances(statuses) : combineReadings(statuses);
  const impact = status === 'down' ? service.down : status === 'degraded' ? service.degraded : null;
  const flapping = describeFlapping(allChanges(readings), new Date(nowMs).toISOString());
  return {
    serviceId: service.id,
    name: service.name,
    status,
    since: sinceOf(readings, status),
    users: impact?.users ?? (status === 'unknown' ? whyUnknown(readings) : ''),
    severity: impact?.severity ?? null,
    instances: readings.map(({ changesAt: _, ...reading }) => reading),
    ...(service.remark ? { remark: service.remark } : {}),
    ...(service.runbook ? { runbook: service.runbook } : {}),
    ...(flapping ? { flapping } : {}),
  };
}

/**
 * Trouble counts from the first instance in that state, a mixed row from its first trouble: users feel it from then on.
 * Well again is a row only when the last of them is.
 */
function sinceOf(readings: readonly ServiceReading[], status: ComponentStatus): string | null {
  const same = readings.filter((reading) => reading.status === status);
  if (status === 'ok')
    return (
      same
        .flatMap(({ since }) => since ?? [])
        .sort()
        .at(-1) ?? null
    );
  const trouble = readings.filter((reading) => reading.status !== 'ok' && reading.status !== 'disabled');
  const times = (same.length > 0 ? same : trouble).flatMap((reading) => (reading.since ? [reading.since] : []));
  return times.sort()[0] ?? null;
}

function whyUnknown(readings: readonly ServiceReading[]): string {
  const silent = readings.filter((reading) => reading.status === 'unknown');
  if (silent.length === 0) return 'No target reports it.';
  const names = [...new Set(silent.map((reading) => reading.targetName))];
  const reason = silent.find((reading) => reading.message)?.message;
  return `No word from ${names.join(' or ')}${reason ? `: ${reason}` : ''}`;
}

function allChanges(readings: readonly ServiceReading[]): string[] {
  const longest = readings.reduce<readonly string[]>(
    (most, reading) => (reading.changesAt.length > most.length ? reading.changesAt : most),
    [],
  );
  return [...longest];
}
