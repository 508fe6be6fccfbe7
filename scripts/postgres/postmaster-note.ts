import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a running PostgreSQL notes about itself inside its cluster. */
export interface PostmasterNote {
  pid: number;
  /** It has taken its port and finished its recovery. */
  isReady: boolean;
}

const STATUS_LINE = 7;

/** Reads `postmaster.pid`; undefined when there is none, or when it is only half written. */
export function readPostmasterNote(cluster: string): PostmasterNote | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid < 2) return undefined;
    return { pid, isReady: lines[STATUS_LINE]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}
