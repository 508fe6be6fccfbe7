import { KeptProcess, type Launched } from '../process/keep-running';
import type { Plan } from './plan';
import type { ProcessName, RunNote, RunRecord } from './run-note';
import type { Shutdown } from './shutdown';

/** What all steps of one start share. */
export interface Session {
  plan: Plan;
  record: RunRecord;
  shutdown: Shutdown;
  /** Ends everything because something cannot be kept running. */
  giveUp(reason: string): void;
}

const TITLES: Record<Exclude<ProcessName, 'supervisor'>, string> = {
  console: 'The console',
  oidc: 'The local sign-in provider',
  platform: 'The platform stand-in',
  postgres: 'PostgreSQL',
};

/** Starts a process, notes it in run.json, keeps it running, and stops it when its turn comes. */
export async function keep<T extends Launched>(
  session: Session,
  name: keyof typeof TITLES,
  launch: () => Promise<T>,
  urls: (launched: T) => Partial<RunNote['urls']> = () => ({}),
): Promise<T> {
  const kept = new KeptProcess<T>({
    launch,
    onLaunched: (launched) => session.record.note(name, launched.pid, urls(launched)),
    onDeath: (reason) => process.stderr.write(`${TITLES[name]} stopped (${reason}); starting it again.\n`),
    // People wait for the console; PostgreSQL's orphans need a moment to let go of its files.
    ...(name === 'console' && { firstDelayMs: 0 }),
    onGivenUp: (reason) => session.giveUp(`${TITLES[name]} keeps stopping (${reason}); giving up.`),
  });
  session.shutdown.add(
    () => kept.stop(),
    () => kept.kill(),
  );
  return kept.start();
}
