import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The OS user that PostgreSQL runs as. It refuses to run as root. */
export interface Runner {
  uid: number;
  gid: number;
}

/** Whether this process is root. */
export const isRoot = (): boolean => process.getuid?.() === 0;

function lookUp(name: string): Runner | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }).trim()),
    );
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** Whom root lets PostgreSQL run as: the owner of the files that are there, else `postgres`, else `nobody`. */
export function chooseRunner(folder: string): Runner {
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const runner = lookUp('postgres') ?? lookUp('nobody');
  if (!runner) throw new Error('PostgreSQL does not run as root and there is no user "postgres" or "nobody" here.');
  return runner;
}

/** Whether that user can write to the folder and run PostgreSQL; asked by doing it, since rights have many sources. */
export function canReach(runner: Runner, folder: string, native: string): boolean {
  const script = 'cd "$1" && test -w . && "$2/bin/postgres" --version && test -r "$2/share/postgresql/postgres.bki"';
  const asked = spawnSync('/bin/sh', ['-c', script, 'sh', folder, native], { ...runner, cwd: '/', stdio: 'ignore' });
  return asked.status === 0;
}
