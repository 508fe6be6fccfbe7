import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { step } from '../start/progress.mjs';
import { generateClient } from './generate-client';
import { runTool } from './run-tool';
import { sourceHash } from './source-hash';
import { isStampedWith, setStamp } from './stamp';

/** What a build leaves behind: a folder with all that the console needs. */
export const builtFolder = (root: string): string => path.join(root, '.next', 'standalone');

const isBuilt = (root: string): boolean => existsSync(path.join(builtFolder(root), '.next', 'BUILD_ID'));

/** Next leaves out what a content network might serve, and packs in settings that are read again at each start. */
function completeStandalone(root: string): void {
  const standalone = builtFolder(root);
  cpSync(path.join(root, '.next', 'static'), path.join(standalone, '.next', 'static'), { recursive: true });
  const pub = path.join(root, 'public');
  if (existsSync(pub)) cpSync(pub, path.join(standalone, 'public'), { recursive: true });
  for (const name of readdirSync(standalone)) {
    if (name.startsWith('.env')) rmSync(path.join(standalone, name));
  }
}

async function build(root: string): Promise<void> {
  await runTool({
    title: 'Building the console',
    words: [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    cwd: root,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (!isBuilt(root)) throw new Error(`The build left nothing in ${builtFolder(root)}.`);
  completeStandalone(root);
}

/** Generates and builds what is out of date. Answers whether it built. */
export async function buildIfStale(root: string): Promise<boolean> {
  await generateClient(root);
  const stamp = path.join(root, '.next', 'build-stamp.json');
  const hash = sourceHash(root);
  if (isBuilt(root) && isStampedWith(stamp, hash)) return false;
  setStamp(stamp, undefined);
  await step('Building the console', () => build(root));
  setStamp(stamp, hash);
  return true;
}
