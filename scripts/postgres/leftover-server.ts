import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endProcess } from '../process/end-process';
import { identify } from '../process/process-identity';
import { readPostmasterNote } from './postmaster-note';

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}

/**
 * Stops a server that an earlier, killed start left running on this cluster. A number that by now belongs to another
 * program is not touched; only the stale note of it is removed, because PostgreSQL would take it for a live server.
 */
export async function stopLeftoverServer(cluster: string): Promise<void> {
  const note = readPostmasterNote(cluster);
  const known = note && identify(note.pid);
  if (!known) return;
  if (!commandLine(known.pid).includes(cluster)) {
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  const isGone = await endProcess(known, [
    { signal: 'SIGINT', waitMs: 10_000 },
    { signal: 'SIGQUIT', waitMs: 5000 },
    { signal: 'SIGKILL', waitMs: 2000 },
  ]);
  if (!isGone)
    throw new Error(`An earlier PostgreSQL (process ${known.pid}) on ${cluster} does not stop. End it by hand.`);
}
