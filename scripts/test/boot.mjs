import path from 'node:path';
import { ensureInstalled } from '../start/install.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

/**
 * Plain Node up to here: installs the packages, also those for development, then hands over to the TypeScript part.
 * @param {string[]} words what stands behind `npm test --`
 */
export async function boot(words) {
  if (!(await ensureInstalled(root, { dev: true }))) {
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(root, 'tsconfig.json') });
  const { main } = await import('./main.ts');
  process.exit(await main(root, words));
}
