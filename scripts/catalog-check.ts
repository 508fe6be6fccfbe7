import path from 'node:path';
import { checkDrift } from './catalog/check-drift';
import { checkFolder } from './catalog/check-folder';
import { type CheckOptions, looksFurther, readOptions, usage } from './catalog/read-options';

const root = path.resolve(import.meta.dirname, '..');

/**
 * `npm run catalog:check`: 0 for a sound catalogue that agrees with what it was held against, 1 with each mistake and
 * each disagreement on a line, 2 when it was asked wrongly or could not look.
 */
async function check(options: CheckOptions): Promise<number> {
  const { catalogue, lines } = checkFolder(path.resolve(root, options.folder));
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!catalogue) return 1;
  if (!looksFurther(options)) return 0;
  const drift = await checkDrift(catalogue, options);
  process.stdout.write(drift.length > 0 ? `\n${drift.join('\n')}\n` : '\nno drift\n');
  return drift.length > 0 ? 1 : 0;
}

const reading = readOptions(process.argv.slice(2), process.env.CATALOG_DIR ?? 'catalog');
if (reading.ok) {
  process.exitCode = await check(reading.options).catch((error: unknown) => {
    process.stderr.write(`could not look: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  });
} else {
  process.stderr.write(`${reading.problem}\n${usage}\n`);
  process.exitCode = 2;
}
