import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Launched } from './keep-running';
import { lastLines } from './last-lines';

export interface ChildOptions {
  /** As a sentence may say it: "The console". */
  title: string;
  file: string;
  cwd: string;
  execArgv: string[];
  env: Record<string, string>;
  /** Where it writes to; without one it writes to our own output. */
  logFile?: string;
  /** Asked again and again until it says true; without it the child's message `{ready: true}` counts. */
  isReady?: () => Promise<boolean>;
  readyWithinMs: number;
  /** How long it may take to finish what it is doing before it is killed. */
  stopWithinMs: number;
}

/** A child that is up, and what it said about itself. */
export interface LaunchedChild extends Launched {
  message: Record<string, unknown>;
}

const ASK_EVERY_MS = 40;
const SHOWN_LINES = 12;

function forkChild(options: ChildOptions): ChildProcess {
  const log = options.logFile ? openSync(options.logFile, 'a', 0o600) : undefined;
  const out = log ?? 'inherit';
  const child = fork(options.file, [], {
    cwd: options.cwd,
    execArgv: options.execArgv,
    env: { NODE_ENV: 'production', ...options.env },
    stdio: ['ignore', out, out, 'ipc'],
    // Its own group: Ctrl-C is for us, and we stop things in order.
    detached: true,
  });
  if (log !== undefined) closeSync(log);
  return child;
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It is gone already.
  }
}

async function askUntilReady(isReady: () => Promise<boolean>, child: ChildProcess): Promise<Record<string, unknown>> {
  while (!(await isReady())) {
    if (hasEnded(child)) break;
    await sleep(ASK_EVERY_MS);
  }
  return {};
}

function firstMessage(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(typeof message === 'object' ? { ...message } : {}));
  });
}

function failure(options: ChildOptions, reason: string): Error {
  const words = options.logFile ? `\n${lastLines(options.logFile, SHOWN_LINES)}\n(${options.logFile})` : '';
  return new Error(`${options.title} did not start: ${reason}.${words}`);
}

/** Starts one Node process that lives no longer than this one, and waits until it is ready. */
export async function launchChild(options: ChildOptions): Promise<LaunchedChild> {
  const child = forkChild(options);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const stop = async () => {
    if (hasEnded(child)) return;
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, sleep(options.stopWithinMs, undefined, { ref: false })]);
    // Also after a good end: whatever it had started is in its group.
    signalGroup(child, 'SIGKILL');
    await ended;
  };
  const kill = () => {
    if (!hasEnded(child)) signalGroup(child, 'SIGKILL');
  };
  const tooLate = sleep(options.readyWithinMs, `not ready after ${options.readyWithinMs / 1000} s`, { ref: false });
  const ready = options.isReady ? askUntilReady(options.isReady, child) : firstMessage(child);
  const first = await Promise.race([ended, ready, tooLate]);
  if (typeof first === 'string' || child.pid === undefined) {
    await stop();
    throw failure(options, typeof first === 'string' ? first : 'no process');
  }
  return { pid: child.pid, ended, stop, kill, message: first };
}
