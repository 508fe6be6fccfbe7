import { readEnvironment } from '../../lib/server/env';
import { buildIfStale } from '../build/build-console';
import { generateClient } from '../build/generate-client';
import { describeFailure } from '../run-command';
import { launchConsole, launchOidc, launchPlatform } from './children';
import { consoleEnvironment, localIssuer } from './console-environment';
import { prepareDataFolder } from './data-folder';
import { type EmbeddedPostgres, preparePostgres } from './embedded-postgres';
import { refuseTakenPorts } from './free-ports';
import { migrateDatabase } from './migrate-database';
import { makePlan, type Plan, wantedPorts } from './plan';
import { readyBlock } from './ready-block';
import { RunRecord } from './run-note';
import { loadSecrets } from './secrets';
import { keep, type Session } from './session';
import { Shutdown } from './shutdown';
import { stopOnSignals } from './stop-on-signals';

function planOrRefuse(root: string, words: string[]): Plan {
  const unknown = words.filter((word) => word !== '--dev');
  if (unknown.length > 0)
    throw new Error(`"${unknown.join(' ')}" is not understood. Settings are variables: PORT=4000 npm start`);
  const planning = makePlan({ root, isDev: words.includes('--dev'), source: process.env });
  if (!planning.ok) throw new Error(planning.problems.join('\n'));
  return planning.plan;
}

async function startDatabase(session: Session, postgres: EmbeddedPostgres | undefined, url: string): Promise<void> {
  if (postgres) await keep(session, 'postgres', postgres.launch, () => ({ database: url }));
  await migrateDatabase(session.plan.root, url);
}

async function startFakes(session: Session, env: Record<string, string>): Promise<void> {
  const { plan } = session;
  const { blue, green } = plan.ports;
  const standIn = { blue: `http://127.0.0.1:${blue}`, green: `http://127.0.0.1:${green}` };
  await Promise.all([
    plan.embedded.oidc &&
      keep(
        session,
        'oidc',
        () => launchOidc(plan, env),
        () => ({ oidc: localIssuer(plan) }),
      ),
    plan.embedded.platform &&
      keep(
        session,
        'platform',
        () => launchPlatform(plan, env),
        ({ message }) => ({
          ...standIn,
          control: String(message.control),
        }),
      ),
  ]);
}

function checkedEnvironment(env: Record<string, string>): Record<string, string> {
  const reading = readEnvironment(env);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return env;
}

async function start(root: string, words: string[], shutdown: Shutdown): Promise<void> {
  const plan = planOrRefuse(root, words);
  prepareDataFolder(plan.dataDir);
  const record = await RunRecord.claim(plan);
  shutdown.add(() => record.remove());
  stopOnSignals(shutdown);
  const giveUp = (reason: string) => shutdown.failWith(reason);
  const session: Session = { plan, record, shutdown, giveUp };
  const secrets = loadSecrets(plan.dataDir);
  const postgres = plan.embedded.postgres ? await preparePostgres(plan, secrets.postgresPassword) : undefined;
  await refuseTakenPorts(wantedPorts(plan), plan.ports.console);
  await (plan.isDev ? generateClient(root) : buildIfStale(root));
  const databaseUrl = postgres?.url ?? plan.given.DATABASE_URL ?? '';
  const env = checkedEnvironment(consoleEnvironment(plan, secrets, process.env, databaseUrl));
  await Promise.all([startDatabase(session, postgres, databaseUrl), startFakes(session, env)]);
  await keep(session, 'console', () => launchConsole(plan, env));
  record.running();
  process.stdout.write(readyBlock({ plan, postgresElsewhere: postgres?.elsewhere }));
  if (plan.given.HEALTH_TARGETS) {
    const { misnamedTargetsLine } = await import('./misnamed-targets-line');
    process.stdout.write(misnamedTargetsLine(env));
  }
}

/** `npm start` and `npm run dev`: starts everything that is not configured from outside, and keeps it running. */
export async function main(root: string, words: string[]): Promise<void> {
  const shutdown = new Shutdown();
  // A closed terminal must not turn a line we print into a crash.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => {});
  try {
    await start(root, words, shutdown);
  } catch (error) {
    // Asked to stop while starting: what failed, failed because of that.
    if (!shutdown.hasBegun) shutdown.failWith(describeFailure(error));
  }
}
