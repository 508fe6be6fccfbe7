import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build/build-console';
import { runCommand } from './run-command';

const root = path.resolve(import.meta.dirname, '..');

/** `npm run build`: what `npm start` would build. */
runCommand(async () => {
  const settings = path.join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const hasBuilt = await buildIfStale(root);
  if (!hasBuilt) process.stdout.write('The build is up to date.\n');
});
