import { DATABASE, SERVICES, type ServiceStatus } from './services';

export type InstanceName = 'blue' | 'green';

/** How an instance behaves as a server, apart from what it says about its services. */
export type Mode =
  | { kind: 'normal' | 'hang' | 'off' | '500' | 'html' }
  /** Answers, but only after this time. */
  | { kind: 'slow'; delayMs: number };

export interface InstanceState {
  mode: Mode;
  /** By service; `db` is the database. */
  services: Record<string, ServiceStatus>;
  /** Keys beside the checks that no catalogue knows. */
  flags?: Record<string, boolean>;
}

export type PlatformState = Record<InstanceName, InstanceState>;

export const INSTANCES: readonly InstanceName[] = ['blue', 'green'];

/** An instance nobody has touched. */
export function healthyInstance(): InstanceState {
  const services = Object.fromEntries(SERVICES.map(({ name, usually }) => [name, usually]));
  return { mode: { kind: 'normal' }, services: { [DATABASE]: 'ok', ...services } };
}

/** A platform nobody has touched. */
export function healthyPlatform(): PlatformState {
  return { blue: healthyInstance(), green: healthyInstance() };
}

function describeMode(mode: Mode): string {
  return mode.kind === 'slow' ? `slow by ${mode.delayMs} ms` : mode.kind;
}

/** One line per instance that names only what is not as usual. */
export function describeState(state: PlatformState): string {
  const usual = healthyInstance();
  return INSTANCES.map((name) => {
    const { mode, services } = state[name];
    const changes = Object.entries(services)
      .filter(([service, status]) => usual.services[service] !== status)
      .map(([service, status]) => `${service} ${status}`);
    for (const [flag, value] of Object.entries(state[name].flags ?? {})) changes.push(`${flag} ${value}`);
    if (mode.kind !== 'normal') changes.unshift(describeMode(mode));
    return `${name.padEnd(5)}  ${changes.length > 0 ? changes.join(', ') : 'everything as usual'}`;
  }).join('\n');
}
