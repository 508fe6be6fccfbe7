import type { UserFunction } from '../catalogue/catalogue';
import type { ComponentStatus } from '../health/health';
import type { FunctionRow, MatrixRow } from './matrix';
import type { MatrixService } from './matrix-catalogue';

/** Rule D5: a function is as bad as the worst service makes it, and unknown while a service that could break it is unknown. */
export function functionRows(
  functions: readonly UserFunction[],
  services: readonly MatrixService[],
  rows: ReadonlyMap<string, MatrixRow>,
): FunctionRow[] {
  return functions.map(({ id, name }) => ({
    id,
    name,
    status: worst(services.map((service) => effectOn(id, service, rows.get(service.id)?.status ?? 'unknown'))),
  }));
}

function effectOn(functionId: string, service: MatrixService, status: ComponentStatus): ComponentStatus {
  if (status === 'unknown') return Object.hasOwn(service.down.functions, functionId) ? 'unknown' : 'ok';
  const impact = status === 'down' ? service.down : status === 'degraded' ? service.degraded : null;
  return (impact && Object.hasOwn(impact.functions, functionId) && impact.functions[functionId]) || 'ok';
}

function worst(statuses: readonly ComponentStatus[]): ComponentStatus {
  const order: ComponentStatus[] = ['down', 'degraded', 'unknown'];
  return order.find((status) => statuses.includes(status)) ?? 'ok';
}
