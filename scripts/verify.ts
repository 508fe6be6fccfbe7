import { createReadStream } from 'node:fs';
import { spool } from '../lib/server/evidence/spool';
import { spoolNode } from '../lib/server/evidence/spool-node';
import { evidenceStore } from '../lib/server/evidence/store/evidence-store';
import type { FileRow } from '../lib/server/review/verify-record/check-files';
import type { RecordFinding } from '../lib/server/review/verify-record/record-finding';
import { type CheckedRecord, verifyRecord } from '../lib/server/review/verify-record/verify-record';
import { readWords } from './record/read-words';
import { runCheck } from './record/run-check';
import { useConsoleSettings } from './record/use-console-settings';

const usage = 'npm run verify [-- --rows-only] [--json]';

async function open({ id, place, node, object_key }: FileRow) {
  if (place === 'store') return evidenceStore().read(object_key);
  return node === spoolNode() ? createReadStream(spool().whole(id)) : null;
}

function say({ incidents, events, anchors, newest, files, bytes, unreached }: CheckedRecord, seconds: number): string {
  const anchored = newest
    ? `${anchors} anchors, the newest of ${newest}`
    : 'no anchor yet: an old backup would not be noticed';
  const read = `${files} files, ${(bytes / 1e6).toFixed(1)} MB of them read`;
  const open = unreached > 0 ? `, ${unreached} out of reach from here` : '';
  return `Looked at ${incidents} incidents, ${events} events, ${anchored}, ${read}${open}, in ${seconds.toFixed(1)} s.`;
}

function sayFinding({ number, seq, evidenceId, message }: RecordFinding): string {
  const where = [number, seq && `event ${seq}`, evidenceId && `evidence ${evidenceId}`].filter(Boolean).join(', ');
  return `  ✗ ${where ? `${where}: ` : ''}${message}\n`;
}

/** `npm run verify`: the live database against chains, rows, anchored heads and stored bytes. */
runCheck(async () => {
  const options = { 'rows-only': { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values } = readWords(process.argv.slice(2), options, { files: 0, usage });
  const { databaseUrl, chainKey } = useConsoleSettings();
  const findings: RecordFinding[] = [];
  const began = performance.now();
  const checked = await verifyRecord(
    { databaseUrl, chainKey, store: evidenceStore(), files: { open, readsBytes: !values['rows-only'] } },
    (finding) => {
      findings.push(finding);
      if (!values.json) process.stdout.write(sayFinding(finding));
    },
  );
  const isSound = findings.length === 0;
  const words = `${say(checked, (performance.now() - began) / 1_000)}\n${isSound ? 'Everything fits.' : `${findings.length} found; see above.`}\n`;
  process.stdout.write(values.json ? `${JSON.stringify({ isSound, ...checked, findings }, undefined, 2)}\n` : words);
  return isSound;
});
