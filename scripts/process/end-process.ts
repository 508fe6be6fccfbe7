import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from './process-identity';

/** One way to ask, and how long to wait before the next. */
export interface Asking {
  signal: NodeJS.Signals;
  waitMs: number;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone between the look and the signal.
  }
}

/** Ends one known process, asking ever more firmly. Answers whether it is gone. */
export async function endProcess(known: ProcessIdentity, askings: Asking[]): Promise<boolean> {
  for (const asking of askings) {
    if (!isAlive(known)) return true;
    send(known.pid, asking.signal);
    const until = performance.now() + asking.waitMs;
    while (performance.now() < until && isAlive(known)) await sleep(20);
  }
  return !isAlive(known);
}
