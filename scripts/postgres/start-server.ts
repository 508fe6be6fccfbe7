import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Launched } from '../process/keep-running';
import { lastLines } from '../process/last-lines';
import { DATABASE_USER, initialiseCluster } from './initialise-cluster';
import { stopLeftoverServer } from './leftover-server';
import type { Place } from './place';
import { readPostmasterNote } from './postmaster-note';

export interface ServerOptions {
  place: Place;
  port: number;
  password: string;
  logFile: string;
  /** More `name=value` settings; they win over the usual ones. */
  settings?: string[];
}

export interface RunningServer extends Launched {
  /** The address of one of its databases. */
  url(database: string): string;
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  // No socket files anywhere: the port is the only door.
  'unix_socket_directories=',
  'shared_buffers=64MB',
  'max_connections=100',
  'fsync=on',
  'synchronous_commit=on',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_line_prefix=%m [%p] ',
];

const RETRY_FOR_MS = 5000;

function launch(options: ServerOptions): ChildProcess {
  const { place, port, settings = [] } = options;
  const log = openSync(options.logFile, 'a', 0o600);
  const flags = [...SETTINGS, ...settings, `port=${port}`].flatMap((setting) => ['-c', setting]);
  const child = spawn(path.join(place.native, 'bin', 'postgres'), ['-D', place.cluster, ...flags], {
    ...place.runner,
    cwd: '/',
    env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    // Its own group: Ctrl-C is for us, and PostgreSQL is stopped last.
    detached: true,
  });
  closeSync(log);
  return child;
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** The address of one of the server's databases. */
export function serverUrl({ port, password }: Pick<ServerOptions, 'port' | 'password'>, database: string): string {
  return `postgresql://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  for (const [signal, waitMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 2000],
  ] as const) {
    if (hasEnded(child)) return;
    child.kill(signal);
    await Promise.race([ended, sleep(waitMs, undefined, { ref: false })]);
  }
}

async function startOnce(options: ServerOptions): Promise<RunningServer | undefined> {
  const child = launch(options);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  while (!hasEnded(child)) {
    const note = readPostmasterNote(options.place.cluster);
    if (note?.isReady && note.pid === child.pid) {
      return {
        pid: note.pid,
        url: (database) => serverUrl(options, database),
        ended,
        stop: () => stopChild(child, ended),
        // Not SIGKILL: it would leave its workers and its shared memory behind.
        kill: () => child.kill('SIGQUIT'),
      };
    }
    await sleep(15);
  }
  return undefined;
}

/**
 * Makes the cluster when needed, stops a server left over from a killed start, and starts one. Tries again for 5 s, since
 * the last processes of a crashed server hold on to its memory for a moment.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  await initialiseCluster(options.place, options.password);
  await stopLeftoverServer(options.place.cluster);
  const until = performance.now() + RETRY_FOR_MS;
  for (;;) {
    const server = await startOnce(options);
    if (server) return server;
    if (performance.now() > until) {
      throw new Error(`PostgreSQL does not start. Its last words:\n${lastLines(options.logFile, 8)}`);
    }
    await sleep(300);
  }
}
