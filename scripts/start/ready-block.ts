import path from 'node:path';
import { FOUR_PEOPLE } from '../../e2e/fakes/oidc/people';
import { localIssuer } from './console-environment';
import type { Plan } from './plan';

export interface Started {
  plan: Plan;
  /** The folder of an embedded PostgreSQL that had to go outside the data folder. */
  postgresElsewhere: string | undefined;
}

const MARGIN = 13;

const row = (name: string, ...lines: string[]): string =>
  lines.map((line, at) => `  ${(at === 0 ? name : '').padEnd(MARGIN)}${line}`).join('\n');

function signIn(plan: Plan): string {
  if (!plan.embedded.oidc) return row('Sign in', `with your own provider, ${plan.given.OIDC_ISSUER}`);
  const people = FOUR_PEOPLE.map(({ name, title = '' }) => `${name} (${title.toLowerCase()})`);
  return row('Sign in as', ...people, `at a local provider for trying it out, ${localIssuer(plan)}; no password`);
}

function platform(plan: Plan): string {
  if (!plan.embedded.platform)
    return row('Watches', plan.given.HEALTH_TARGETS ? 'HEALTH_TARGETS' : 'the catalogue’s targets');
  return row(
    'Watches',
    `a stand-in for the platform: blue on port ${plan.ports.blue}, green on port ${plan.ports.green}`,
    'break it   npm run platform -- minio down',
    'mend it    npm run platform -- reset',
  );
}

function database({ plan, postgresElsewhere }: Started): string {
  if (!plan.embedded.postgres) return row('Database', 'outside (DATABASE_URL)');
  const line = `embedded PostgreSQL on port ${plan.ports.postgres}`;
  if (!postgresElsewhere) return row('Database', line);
  return row('Database', line, `in ${postgresElsewhere}, since root’s PostgreSQL cannot reach the data folder`);
}

/** The one thing `npm start` says when everything is up. */
export function readyBlock(started: Started): string {
  const { plan } = started;
  const logs = plan.isDev || plan.isOutside ? [] : [row('Logs', path.join(plan.dataDir, 'logs'))];
  return [
    '',
    `The incident console is at ${plan.address}`,
    '',
    signIn(plan),
    platform(plan),
    database(started),
    row('Data', plan.dataDir),
    ...logs,
    row('Stop', 'Ctrl-C'),
    '',
    '',
  ].join('\n');
}
