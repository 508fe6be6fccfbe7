import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Place } from './place';

/** The owner of everything in the embedded database. */
export const DATABASE_USER = 'console';

const FLAGS = [
  `--username=${DATABASE_USER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // The same order of texts on every machine, whatever locales it has.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

function runInitdb(place: Place, words: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.native, 'bin', 'initdb'), words, {
      ...place.runner,
      cwd: '/',
      // A clean environment: PGDATA and its relatives, or a time zone, would change what is made.
      env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`PostgreSQL could not be set up in ${place.folder}.\n${complaint.trim()}`));
    });
  });
}

/** Makes the cluster when it is not there. A half-made one, left by a start that was cut short, is thrown away. */
export async function initialiseCluster(place: Place, password: string): Promise<void> {
  if (existsSync(path.join(place.cluster, 'PG_VERSION'))) return;
  const unfinished = path.join(place.folder, 'unfinished');
  const passwordFile = path.join(place.folder, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.runner) {
    chownSync(unfinished, place.runner.uid, place.runner.gid);
    chownSync(passwordFile, place.runner.uid, place.runner.gid);
  }
  try {
    await runInitdb(place, [...FLAGS, `--pgdata=${unfinished}`, `--pwfile=${passwordFile}`]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, place.cluster);
}
