import pg from 'pg';
import { evidenceStore } from '../lib/server/evidence/store/evidence-store';
import { anchorKey } from '../lib/server/review/anchors/anchor-text';
import { writeAnchor } from '../lib/server/review/anchors/write-anchor';
import { readWords } from './record/read-words';
import { runCheck } from './record/run-check';
import { useConsoleSettings } from './record/use-console-settings';

/** `npm run anchor`: writes today's anchor (UTC) unless it is there; the console does so by itself every day. */
runCheck(async () => {
  readWords(process.argv.slice(2), {}, { files: 0, usage: 'npm run anchor' });
  const { databaseUrl, chainKey } = useConsoleSettings();
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const at = new Date();
    const top = await writeAnchor({ db, store: evidenceStore(), chainKey }, at);
    const key = anchorKey(at.toISOString().slice(0, 10));
    const said = top
      ? `The heads of ${top.incidents} incidents are in ${key} now.`
      : `${key} is there already; it stays as it is.`;
    process.stdout.write(`${said}\n`);
    return true;
  } finally {
    await db.end();
  }
});
