import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

/**
 * Plain Node up to here: reads `.env`, installs the packages, then hands over to the TypeScript part.
 * @param {string[]} words what stands behind `npm start --`
 */
export async function boot(words) {
  const settings = path.join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  if (!(await ensureInstalled(root, { dev: false }))) process.exit(1);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(root, 'tsconfig.json') });
  const { main } = await import('./main.ts');
  await main(root, words);
}
