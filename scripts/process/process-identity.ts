import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One process of this machine, so that a number given to another one later is not mistaken for it. */
export interface ProcessIdentity {
  pid: number;
  /** When it began, as the system says it; unique together with the number. */
  began: string;
}

function beganOnLinux(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces; the fields are counted from behind it, where state is the 3rd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
}

function beganElsewhere(pid: number): string | undefined {
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** Describes a living process; undefined when there is none with that number. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const began = process.platform === 'linux' ? beganOnLinux(pid) : beganElsewhere(pid);
    return began ? { pid, began } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether exactly this process still lives. */
export function isAlive(known: ProcessIdentity): boolean {
  return identify(known.pid)?.began === known.began;
}
