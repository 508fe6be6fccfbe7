import path from 'node:path';
import { type VerifiedExport, verifyExport } from '../lib/server/review/verify-export/verify-export';
import { readKey } from './record/read-key';
import { readWords } from './record/read-words';
import { runCheck } from './record/run-check';

const usage = 'npm run verify-export -- FILE [--key-file KEY-FILE] [--json]; CHAIN_KEY may hold the key instead';

/** The report in plain words. */
function say({ number, head, events, findings, unchecked }: VerifiedExport): string {
  const what = number
    ? `${number}: ${events} events, head ${head?.hash ?? 'unknown'}`
    : 'This is no export that can be read';
  const found = findings.map(({ where, message }) => `  ✗ ${where}: ${message}`);
  const open = unchecked.map((one) => `  ? not checked: ${one}`);
  const end =
    findings.length > 0 ? 'It was changed, or is not what it says.' : 'Nothing was changed, as far as it was checked.';
  return [
    what,
    ...found,
    ...open,
    unchecked.length === 0 && findings.length === 0 ? 'Everything fits: nothing was changed.' : end,
  ].join('\n');
}

/** `npm run verify-export`: checks one export by itself. Needs no network, no database and no settings. */
runCheck(async () => {
  const options = { 'key-file': { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = readWords(process.argv.slice(2), options, { files: 1, usage });
  const key = readKey(values['key-file'], process.env.CHAIN_KEY);
  const { manifest: _, catalogue: __, ...report } = await verifyExport(path.resolve(positionals[0] ?? ''), key);
  const isSound = report.findings.length === 0;
  const said = values.json
    ? JSON.stringify({ isSound, ...report }, undefined, 2)
    : say({ manifest: null, catalogue: null, ...report });
  process.stdout.write(`${said}\n`);
  return isSound;
});
