import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { identify, isAlive, type ProcessIdentity } from '../process/process-identity';
import { stopLeftoverServer } from './leftover-server';
import { choosePlace } from './place';
import { type RunningServer, startServer } from './start-server';

const PREFIX = 'incident-console-test-';
const OWNER_NOTE = 'owner.json';

/** Nothing in it outlives the tests, so it may forget on a power cut. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function ownerOf(folder: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, OWNER_NOTE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Tests that were killed could not clean up; the next ones do it for them. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(os.tmpdir(), name);
    const owner = ownerOf(folder);
    if (!owner || isAlive(owner)) continue;
    await stopLeftoverServer(path.join(folder, 'postgres', 'cluster')).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a PostgreSQL for tests in a new temporary folder on a free port. Stop it first, then remove the folder. */
export async function startThrowAwayServer(): Promise<{ server: RunningServer; folder: string }> {
  await removeLeftovers();
  const folder = mkdtempSync(path.join(os.tmpdir(), PREFIX));
  // Root's server runs as another user, who has to get through.
  chmodSync(folder, 0o711);
  mkdirSync(path.join(folder, 'logs'));
  writeFileSync(path.join(folder, OWNER_NOTE), JSON.stringify(identify(process.pid)));
  const server = await startServer({
    place: choosePlace(folder, folder),
    port: await freePort(),
    password: randomBytes(32).toString('base64url'),
    logFile: path.join(folder, 'logs', 'postgres.log'),
    settings: HASTY,
  });
  return { server, folder };
}
