import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../e2e/fixtures/find-chromium';
import { findFaketime } from '../../e2e/fixtures/find-faketime';
import { findPrometheus } from '../../e2e/fixtures/find-prometheus';
import { runProgram } from './run-program';

const LIMIT_MS = 6 * 60_000;

const isRoot = (): boolean => process.getuid?.() === 0;
const hasApt = (): boolean => existsSync('/usr/bin/apt-get');

async function succeeds(root: string, name: string, command: string, words: string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { code } = await runProgram({ name, command, words, root, env, limitMs: LIMIT_MS });
  return code === 0;
}

async function installChromium(root: string): Promise<void> {
  if (isRoot() && hasApt()) {
    await succeeds(root, 'apt-update', 'apt-get', ['update']);
    const words = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
    if (await succeeds(root, 'apt-chromium', 'apt-get', words)) return;
  }
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  await succeeds(root, 'playwright-install', process.execPath, [cli, 'install', 'chromium']);
}

const hasChromium = (): boolean => findChromium() !== null || existsSync(chromium.executablePath());

/** Installs a browser when there is none. Throws one line when it cannot be had. */
export async function ensureChromium(root: string): Promise<void> {
  if (hasChromium()) return;
  process.stdout.write('  No Chromium here; installing it…\n');
  await installChromium(root);
  if (hasChromium()) return;
  throw new Error(
    'No Chromium was found and none could be installed. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name yours with CHROMIUM_PATH.',
  );
}

/** Fetches Debian's Prometheus and unpacks it beside other tools: installing it would start a server on this machine. */
async function unpackPrometheus(root: string): Promise<string> {
  const folder = path.join(root, 'node_modules', '.cache', 'prometheus');
  const programs = path.join(folder, 'usr', 'bin');
  if (existsSync(path.join(programs, 'prometheus'))) return programs;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await succeeds(root, 'apt-update', 'apt-get', ['update']);
  await succeeds(root, 'apt-prometheus', 'sh', ['-c', 'cd "$0" && apt-get download prometheus', folder]);
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (archive) await succeeds(root, 'unpack-prometheus', 'dpkg-deb', ['-x', path.join(folder, archive), folder]);
  return programs;
}

/** Answers nothing when Prometheus is there or could be had; else a line that says what is left out. */
export async function ensurePrometheus(root: string): Promise<string | undefined> {
  if (!findPrometheus() && isRoot() && hasApt()) process.env.PROMETHEUS_FOLDER = await unpackPrometheus(root);
  if (findPrometheus()) return undefined;
  return 'No Prometheus here (Debian: apt-get install prometheus): its journey is skipped.';
}

/** Answers nothing when a process can be given a clock of its own; else a line that says what is left out. */
export async function ensureFaketime(root: string): Promise<string | undefined> {
  if (!findFaketime() && isRoot() && hasApt()) {
    await succeeds(root, 'apt-update', 'apt-get', ['update']);
    await succeeds(root, 'apt-faketime', 'apt-get', ['install', '-y', '--no-install-recommends', 'libfaketime']);
  }
  if (findFaketime()) return undefined;
  return 'No libfaketime here (Debian: apt-get install libfaketime): the journey at three in the morning is skipped.';
}
