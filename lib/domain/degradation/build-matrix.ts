import type { ComponentStatus } from '../health/health';
import { isCurrent, silenceOf } from '../health/staleness';
import type { HealthView, TargetSnapshot } from '../health/target-snapshot';
import { buildRow } from './build-row';
import { functionRows } from './function-rows';
import type { Matrix, MatrixRow, UnmappedComponent } from './matrix';
import type { MatrixCatalogue } from './matrix-catalogue';
import { proposeSeverity } from './propose-severity';
import { isUneasy, sayWhatUsersFeel } from './say-what-users-feel';
import { serviceKey } from './service-key';

const order: ComponentStatus[] = ['down', 'degraded', 'unknown', 'ok', 'disabled'];

/** The situation at `nowMs` (epoch ms on the server's clock). Pure: pages run it again as time passes. */
export function buildMatrix(catalogue: MatrixCatalogue, health: HealthView, nowMs: number): Matrix {
  const targets = health.targets.filter((target) => !target.self);
  const rows = catalogue.services.map((service) => buildRow(service, targets, nowMs));
  rows.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const byService = new Map(rows.map((row) => [row.serviceId, row]));
  const functions = functionRows(catalogue.functions, catalogue.services, byService);
  const silent = targets.flatMap((target) => {
    const silence = silenceOf(target, nowMs);
    return silence ? [{ name: target.name, silence }] : [];
  });
  const current = targets.filter((target) => isCurrent(target, nowMs));
  const unmapped = unmappedComponents(catalogue, targets, nowMs);
  const unexplained = current.filter(isUnexplained);
  return {
    sentence: sayWhatUsersFeel({
      functions: catalogue.functions,
      services: catalogue.services,
      rows,
      functionRows: functions,
      silent,
      targetCount: targets.length,
      unmapped,
      unexplained,
    }),
    overall: overallOf(rows, unmapped.some(isUneasy) || unexplained.length > 0),
    since: troubleSince(rows),
    proposal: proposeSeverity(rows, catalogue.services, catalogue.severities),
    rows,
    functions,
    unmapped,
  };
}

function overallOf(rows: readonly MatrixRow[], hasDoubt: boolean): ComponentStatus {
  return order.slice(0, 3).find((status) => rows.some((row) => row.status === status)) ?? (hasDoubt ? 'unknown' : 'ok');
}

/** Rule D14: it calls itself degraded or down, and nothing that it names is. */
function isUnexplained({ status, components }: TargetSnapshot): boolean {
  return (status === 'degraded' || status === 'down') && components.length > 0 && !components.some(isUneasy);
}

function troubleSince(rows: readonly MatrixRow[]): string | null {
  const trouble = rows.filter((row) => row.status === 'down' || row.status === 'degraded');
  const unsure = rows.filter((row) => row.status === 'unknown');
  const times = (trouble.length > 0 ? trouble : unsure).flatMap((row) => (row.since ? [row.since] : []));
  return times.sort()[0] ?? null;
}

/** Rule D7: a component that no row knows is shown, never swallowed. */
function unmappedComponents(
  catalogue: MatrixCatalogue,
  targets: readonly TargetSnapshot[],
  nowMs: number,
): UnmappedComponent[] {
  const known = new Set(catalogue.services.flatMap((service) => service.healthKeys.map(serviceKey)));
  return targets.flatMap((target) => {
    const isKnown = isCurrent(target, nowMs);
    return target.components
      .filter((component) => !known.has(serviceKey(component.key)))
      .map(({ key, status, message }) => ({
        ...{ targetId: target.id, targetName: target.name, key },
        status: isKnown ? status : 'unknown',
        ...(isKnown && message !== undefined && { message }),
        ...(!isKnown && { isSilent: true as const }),
      }));
  });
}
