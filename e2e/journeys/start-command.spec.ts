import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect } from '../fixtures/journey';
import { processesOf } from '../fixtures/processes-of';
import { queryDatabase } from '../fixtures/query-database';
import { RunningConsole, startConsole, stopConsole } from '../fixtures/running-console';

const folder = process.env.E2E_FOLDER ?? '';
const firstPort = Number(process.env.E2E_PORT) + 40;

/** A data folder of its own; whatever still runs for it afterwards is ended. */
const test = base.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  dataDir: async ({}, use) => {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'journey-start-'));
    // Root's PostgreSQL runs as another user, who has to get through.
    chmodSync(scratch, 0o711);
    await use(path.join(scratch, 'data'));
    for (const { pid } of processesOf(scratch)) process.kill(pid, 'SIGKILL');
    rmSync(scratch, { recursive: true, force: true });
  },
});

/** Runs `npm start` to its end; for starts that are refused. */
async function refusedStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: said.trim() };
}

async function expectPageAt(url: string): Promise<void> {
  const page = await fetch(`${url}/sign-in`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Sign in');
}

test('its block names the address, who can sign in, what is embedded and how to stop', async ({ console: running }) => {
  const block = process.env.E2E_START_OUTPUT ?? '';
  expect(block).toContain(`The incident console is at ${running.url}`);
  for (const name of ['Camille Roux', 'Rafael Ortiz', 'Sofia Lindqvist', 'Lena Fischer']) expect(block).toContain(name);
  expect(block).toContain('a local provider for trying it out');
  expect(block).toContain('a stand-in for the platform');
  expect(block).toContain('npm run platform -- minio down');
  expect(block).toContain('embedded PostgreSQL');
  expect(block).toContain(running.dataDir);
  expect(block).toMatch(/Stop +Ctrl-C/);
});

test('a second start on the same data folder says where the first one runs', async ({ console: running }) => {
  const { code, said } = await refusedStart({ DATA_DIR: running.dataDir, PORT: String(firstPort) });
  expect(said).toContain(`The console runs already at ${running.url}.`);
  expect(said.split('\n')).toHaveLength(1);
  expect(code).toBe(1);
  await running.untilReady();
});

test('a taken port is named, and nothing is left behind', async ({ dataDir }) => {
  const squatter = net.createServer().listen(firstPort + 1, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  try {
    const { code, said } = await refusedStart({ DATA_DIR: dataDir, PORT: String(firstPort) });
    expect(said).toContain(`${firstPort + 1}`);
    expect(said).toMatch(/port/i);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
    expect(processesOf(dataDir)).toEqual([]);
  } finally {
    squatter.close();
  }
});

test('malformed variables name themselves, all at once, without their values', async ({ dataDir }) => {
  const { code, said } = await refusedStart({
    DATA_DIR: dataDir,
    PORT: '4000.5',
    HEALTH_INTERVAL_MS: '5s',
    DATABASE_URL: 'mysql://console:hunter2@db/console',
    OIDC_ISSUER: 'https://idp.example.org',
  });
  expect(code).toBe(1);
  const names = said.split('\n').map((line) => line.split(':')[0]);
  expect(names.sort()).toEqual(['DATABASE_URL', 'HEALTH_INTERVAL_MS', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PORT']);
  expect(said).not.toContain('hunter2');
});

test('Ctrl-C leaves no process behind; a start after kill -9 of everything works, and nothing is lost', async ({
  dataDir,
}) => {
  test.setTimeout(90_000);
  const env = { DATA_DIR: dataDir, PORT: String(firstPort) };
  const running = new RunningConsole(dataDir);
  const start = async () => {
    const started = await startConsole(folder, env);
    await expectPageAt(running.url);
    return started;
  };

  const { child: first } = await start();
  await queryDatabase(running, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const died = processesOf(dataDir);
  expect(died.length).toBeGreaterThan(5);
  for (const { pid } of died) process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesOf(dataDir)).toEqual([]);
  await expect.poll(() => first.exitCode ?? first.signalCode).not.toBe(null);

  const { child: second } = await start();
  expect(await queryDatabase(running, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  running.signal('supervisor', 'SIGKILL');
  await expect.poll(() => second.exitCode ?? second.signalCode).not.toBe(null);

  const { child: third, output } = await start();
  expect(await queryDatabase(running, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await stopConsole(third);
  expect(third.signalCode).not.toBe('SIGKILL');
  await expect.poll(() => processesOf(dataDir)).toEqual([]);
  expect(output()).toMatch(/Stopping….*\nStopped\.\s*$/);
});

test('a data folder that is closed to others is fine, for root as well', async ({ dataDir }) => {
  const closed = path.dirname(dataDir);
  chmodSync(closed, 0o700);
  const { child, output } = await startConsole(folder, { DATA_DIR: dataDir, PORT: String(firstPort) });
  const running = new RunningConsole(dataDir);
  try {
    await expectPageAt(running.url);
    const elsewhere = /in (\S+\/[0-9a-f]{16})\/postgres, since root’s PostgreSQL cannot/.exec(output())?.[1];
    expect(elsewhere !== undefined).toBe(process.getuid?.() === 0);
    await stopConsole(child);
    if (elsewhere) rmSync(elsewhere, { recursive: true });
  } finally {
    await stopConsole(child);
  }
});

test('with database, provider and targets from outside, nothing embedded is started', async ({
  console: outer,
  dataDir,
}) => {
  const database = `outside_${Date.now()}`;
  await queryDatabase(outer, `CREATE DATABASE ${database}`);
  const databaseUrl = new URL(outer.note.urls.database);
  databaseUrl.pathname = `/${database}`;
  const target = { id: 'api', name: 'The API', url: `${outer.note.urls.blue}/api/v1/health/deep` };
  const { child, output } = await startConsole(folder, {
    DATA_DIR: dataDir,
    PORT: String(firstPort),
    DATABASE_URL: databaseUrl.href,
    OIDC_ISSUER: outer.note.urls.oidc,
    OIDC_CLIENT_ID: 'somebody-else',
    OIDC_CLIENT_SECRET: 'not told here',
    HEALTH_TARGETS: JSON.stringify([target]),
  });
  try {
    const running = new RunningConsole(dataDir);
    expect(Object.keys(running.note.processes).sort()).toEqual(['console', 'supervisor']);
    await expectPageAt(running.url);
    expect(output()).toContain(`with your own provider, ${outer.note.urls.oidc}`);
    expect(output()).toContain('outside (DATABASE_URL)');
    expect(output()).not.toMatch(/embedded|stand-in/);
    expect(output()).not.toContain('not told here');
    for (let port = firstPort + 1; port < firstPort + 5; port += 1) {
      await expect(fetch(`http://127.0.0.1:${port}/`), String(port)).rejects.toThrow();
    }
  } finally {
    await stopConsole(child);
    await queryDatabase(outer, `DROP DATABASE ${database} WITH (FORCE)`);
  }
});
