import { existsSync } from 'node:fs';
import path from 'node:path';
import { step } from '../start/progress.mjs';
import { runTool } from './run-tool';
import { schemaHash } from './source-hash';
import { isStampedWith, setStamp } from './stamp';

/** Generates the database client when the schema has changed since. */
export async function generateClient(root: string): Promise<void> {
  const folder = path.join(root, 'generated');
  const stamp = path.join(folder, 'schema-stamp.json');
  const hash = schemaHash(root);
  if (existsSync(path.join(folder, 'prisma')) && isStampedWith(stamp, hash)) return;
  setStamp(stamp, undefined);
  await step('Generating the database client', () =>
    runTool({
      title: 'Generating the database client',
      words: [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'],
      cwd: root,
      env: {
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        // Generating never runs this engine, but looks for it and would download it.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      },
    }),
  );
  setStamp(stamp, hash);
}
