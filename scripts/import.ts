import path from 'node:path';
import { objectKey } from '../lib/server/evidence/object-key';
import { spool } from '../lib/server/evidence/spool';
import { spoolNode } from '../lib/server/evidence/spool-node';
import { evidenceStore } from '../lib/server/evidence/store/evidence-store';
import { connectWrites } from '../lib/server/kernel/write-pool';
import { type Imported, importExport } from '../lib/server/review/import/import-export';
import { readWords } from './record/read-words';
import { runCheck } from './record/run-check';
import { useConsoleSettings } from './record/use-console-settings';

const usage = 'npm run import -- FILE';

function say(imported: Imported): string {
  if (imported.outcome === 'already_here')
    return `${imported.number} is here already, with these events. Nothing was changed.`;
  if (imported.outcome === 'refused')
    return [
      `Refused: ${imported.reason}. Nothing was changed.`,
      ...imported.findings.map(({ where, message }) => `  ✗ ${where}: ${message}`),
    ].join('\n');
  const { number, events, originals, missing } = imported;
  const without = missing > 0 ? ` Of ${missing} files the export has no original; the record says so.` : '';
  return `${number} is here now: ${events} events, ${originals} files.${without}`;
}

/** `npm run import`: takes in an export of this console, or of one with the same chain key. */
runCheck(async () => {
  const { positionals } = readWords(process.argv.slice(2), {}, { files: 1, usage });
  const { databaseUrl, chainKey } = useConsoleSettings();
  const writes = connectWrites(databaseUrl, 1);
  try {
    const evidence = { store: evidenceStore(), folder: spool().folder, node: spoolNode(), keyOf: objectKey };
    const imported = await importExport(path.resolve(positionals[0] ?? ''), { writes, chainKey, evidence });
    process.stdout.write(`${say(imported)}\n`);
    return imported.outcome !== 'refused';
  } finally {
    await writes.end();
  }
});
