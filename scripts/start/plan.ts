import path from 'node:path';
import { readStartEnvironment, type StartEnvironment } from '../../lib/server/env';
import type { Wanted } from './free-ports';
import { isOutside } from './is-outside';

/** Everything `npm start` decides before it touches anything. */
export interface Plan {
  root: string;
  dataDir: string;
  isDev: boolean;
  /** What was set from outside. */
  given: StartEnvironment;
  /** Where browsers find the console. */
  address: string;
  isOutside: boolean;
  host: string;
  ports: Record<'console' | 'oidc' | 'blue' | 'green' | 'postgres', number>;
  /** What has to be started because nothing else is configured. */
  embedded: { oidc: boolean; platform: boolean; postgres: boolean };
}

export type Planning = { ok: true; plan: Plan } | { ok: false; problems: string[] };

export interface Circumstances {
  root: string;
  isDev: boolean;
  source: Record<string, string | undefined>;
}

const LAST_PORT = 65_535;
const PORTS_BEHIND = 4;

// Identity is (issuer, subject): the provider has to be at the same port at every start.
function portsFrom(first: number): Plan['ports'] {
  return { console: first, oidc: first + 1, blue: first + 2, green: first + 3, postgres: first + PORTS_BEHIND };
}

function contradictions({ given, isOutside: outside, isDev, embedded, ports }: Plan): string[] {
  const problems: string[] = [];
  if (outside) {
    for (const name of ['NEXTAUTH_SECRET', 'CHAIN_KEY'] as const) {
      if (!given[name]) problems.push(`${name}: missing; a console with an outside NEXTAUTH_URL needs one of its own`);
    }
    if (embedded.oidc && !isDev) {
      problems.push(
        'OIDC_ISSUER: missing; the local sign-in provider is for this computer only, and NEXTAUTH_URL is an outside address',
      );
    }
  }
  if (Object.values(embedded).includes(true) && ports.postgres > LAST_PORT) {
    problems.push(
      `PORT: expected at most ${LAST_PORT - PORTS_BEHIND}, since the ${PORTS_BEHIND} ports behind it are used too`,
    );
  }
  return problems;
}

/** Turns settings into a plan; a problem names its variable and never shows a value. */
export function makePlan({ root, isDev, source }: Circumstances): Planning {
  const reading = readStartEnvironment(source);
  if (!reading.ok) return reading;
  const given = reading.env;
  const outside = isOutside(given.NEXTAUTH_URL);
  const plan: Plan = {
    root,
    dataDir: path.resolve(root, given.DATA_DIR),
    isDev,
    given,
    address: given.NEXTAUTH_URL ?? `http://localhost:${given.PORT}`,
    isOutside: outside,
    host: given.HOST ?? (outside ? '0.0.0.0' : '127.0.0.1'),
    ports: portsFrom(given.PORT),
    embedded: {
      oidc: given.OIDC_ISSUER === undefined,
      platform: given.HEALTH_TARGETS === undefined && !outside && given.PLATFORM_STAND_IN === 'on',
      postgres: given.DATABASE_URL === undefined,
    },
  };
  const problems = contradictions(plan);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan };
}

/** Every port that this start is going to open. */
export function wantedPorts({ ports, embedded, host }: Plan): Wanted[] {
  const own = '127.0.0.1';
  const wanted: Wanted[] = [{ port: ports.console, host, by: 'the console' }];
  if (embedded.oidc) wanted.push({ port: ports.oidc, host: own, by: 'the local sign-in provider' });
  if (embedded.platform) {
    wanted.push({ port: ports.blue, host: own, by: 'the platform stand-in (blue)' });
    wanted.push({ port: ports.green, host: own, by: 'the platform stand-in (green)' });
  }
  if (embedded.postgres) wanted.push({ port: ports.postgres, host: own, by: 'the embedded PostgreSQL' });
  return wanted;
}
