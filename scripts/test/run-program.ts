import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Program {
  /** Names its log, `test-results/NAME.log`. */
  name: string;
  command?: string;
  words: string[];
  root: string;
  env?: Record<string, string | undefined>;
  /** It is ended when it has not ended by then. */
  limitMs: number;
}

export interface Ran {
  /** Null when it was ended by a signal or did not start. */
  code: number | null;
  output: string;
  /** The log, as a person may open it. */
  log: string;
  hasTimedOut: boolean;
}

/** How long a program that is asked to stop may take to clean up behind itself. */
const CLEAN_UP_MS = 30_000;

const running = new Set<(signal: NodeJS.Signals) => void>();

/** Passes a signal on to everything that runs now. */
export function signalPrograms(signal: NodeJS.Signals): void {
  for (const send of running) send(signal);
}

/** Runs a program (Node itself unless another command is given) to its end; all that it says goes to its log. */
export async function runProgram({ name, command, words, root, env, limitMs }: Program): Promise<Ran> {
  const log = path.join('test-results', `${name}.log`);
  const file = createWriteStream(path.join(root, log));
  const child = spawn(command ?? process.execPath, words, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it has started can be ended with it.
    detached: true,
  });
  let output = '';
  const keep = (text: string) => {
    output += text;
    file.write(text);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const send = (signal: NodeJS.Signals) => {
    if (child.pid && child.exitCode === null && child.signalCode === null) signalGroup(child.pid, signal);
  };
  running.add(send);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
  });
  const hasTimedOut = await endWithin(ended, limitMs, send);
  const code = await ended;
  running.delete(send);
  await new Promise((resolve) => file.end(resolve));
  return { code, output, log, hasTimedOut };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Answers true when the time was up; then it is asked to stop as by Ctrl-C, and ended when it does not. */
async function endWithin(
  ended: Promise<unknown>,
  limitMs: number,
  send: (signal: NodeJS.Signals) => void,
): Promise<boolean> {
  const late = Symbol();
  const limit = new AbortController();
  const waiting = sleep(limitMs, late, { signal: limit.signal }).catch(() => undefined);
  const first = await Promise.race([ended, waiting]);
  limit.abort();
  if (first !== late) return false;
  send('SIGINT');
  await Promise.race([ended, sleep(CLEAN_UP_MS, undefined, { ref: false })]);
  send('SIGKILL');
  return true;
}
