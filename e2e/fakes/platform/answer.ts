import { DATABASE, SERVICES, type Service, type ServiceStatus } from './services';
import type { InstanceName, InstanceState } from './state';

export const VERSION = '1.4.2';

interface Check {
  status: ServiceStatus;
  latency_ms?: number;
  message?: string;
}

/** The body of `GET /api/v1/health/deep`. */
export interface DeepHealth {
  status: 'ok' | 'degraded' | 'down';
  time: string;
  version: string;
  instance: InstanceName;
  db: boolean;
  checks: Record<string, Check>;
}

/** What an answer depends on besides the state. `random` is in [0, 1). */
export interface Surroundings {
  now: Date;
  random: () => number;
}

// A check that fails has usually waited first; one that limps takes many times its usual time.
const LONGER: Record<ServiceStatus, number> = { ok: 1, degraded: 45, down: 600, disabled: 0 };

function check(service: Service, status: ServiceStatus, random: () => number): Check {
  const message = service.says[status];
  if (status === 'disabled') return { status, ...(message && { message }) };
  const latency = service.usualMs * LONGER[status] * (0.7 + 0.9 * random());
  return { status, latency_ms: Math.round(Math.min(latency, 2000) * 10) / 10, ...(message && { message }) };
}

function overall(isDatabaseUp: boolean, checks: Record<string, Check>): DeepHealth['status'] {
  if (!isDatabaseUp) return 'down';
  const isHurt = Object.values(checks).some(({ status }) => status === 'degraded' || status === 'down');
  return isHurt ? 'degraded' : 'ok';
}

/** One instance's answer: 503 only when its database is down; anything else that fails is a soft failure and a 200. */
export function deepHealth(
  name: InstanceName,
  { services, flags }: InstanceState,
  { now, random }: Surroundings,
): { httpStatus: 200 | 503; body: DeepHealth } {
  const db = services[DATABASE] !== 'down';
  const checks = Object.fromEntries(
    SERVICES.map((service) => [service.name, check(service, services[service.name] ?? service.usually, random)]),
  );
  const body: DeepHealth & Record<string, unknown> = {
    status: overall(db, checks),
    time: now.toISOString(),
    version: VERSION,
    instance: name,
    db,
    ...flags,
    checks,
  };
  return { httpStatus: db ? 200 : 503, body };
}
