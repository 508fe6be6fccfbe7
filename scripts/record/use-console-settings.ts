import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { consoleEnvironment } from '../start/console-environment';
import { makePlan, type Plan } from '../start/plan';
import type { Secrets } from '../start/secrets';

const root = path.resolve(import.meta.dirname, '../..');
const noKey = 'CHAIN_KEY: missing; set the one that the console runs with.';
const noDatabase =
  'DATABASE_URL: missing, and no console runs in this folder. Set it, or run npm start, which starts a database, and try again beside it.';

/**
 * Makes this process one that works for the console that is configured here, or that `npm start` runs here: fills what
 * is missing in the environment, as the start does. Throws one line that says what cannot be found.
 */
export function useConsoleSettings(): { databaseUrl: string; chainKey: string } {
  const settings = path.join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const planning = makePlan({ root, isDev: false, source: process.env });
  if (!planning.ok) throw new Error(planning.problems.join('\n'));
  const { plan } = planning;
  const databaseUrl = plan.given.DATABASE_URL ?? runningDatabase(plan);
  const secrets = knownSecrets(plan);
  const chainKey = plan.given.CHAIN_KEY ?? secrets.chainKey;
  if (!databaseUrl) throw new Error(noDatabase);
  if (!chainKey) throw new Error(noKey);
  const unused = 'not used by a command of this kind';
  const all: Secrets = {
    ...{ nextAuthSecret: unused, metricsToken: unused, oidcClientSecret: unused, postgresPassword: unused },
    ...secrets,
    chainKey,
  };
  Object.assign(process.env, consoleEnvironment(plan, all, { LOG_LEVEL: 'warn', ...process.env }, databaseUrl));
  return { databaseUrl, chainKey };
}

/** The embedded database of a console that runs. */
function runningDatabase({ dataDir }: Plan): string | undefined {
  return readJson(path.join(dataDir, 'run.json'))?.urls?.database;
}

/** Never makes any: a new key would prove nothing. */
function knownSecrets({ dataDir }: Plan): Partial<Secrets> {
  return readJson(path.join(dataDir, 'secrets.json')) ?? {};
}

function readJson(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
