import 'server-only';
import { entryNames } from '../export/export-format';
import { isSealedBy } from '../export/seal';
import type { Written } from '../export/zip-writer';
import type { Finding } from './finding';

const shape = /^([0-9a-f]{64}) {2}(.+)$/;

/** `SHA256SUMS` against what the entries hold: each listed once, none besides. */
export function checkSums(sums: string, entries: readonly Written[]): Finding[] {
  const where = entryNames.sums;
  if (!sums.endsWith('\n')) return [{ code: 'malformed', where, message: 'its last line does not end' }];
  const findings: Finding[] = [];
  const held = new Map(entries.map((entry) => [entry.name, entry.sha256]));
  held.delete(entryNames.sums);
  held.delete(entryNames.seal);
  for (const [index, line] of sums.slice(0, -1).split('\n').entries()) {
    const [, sha256, name = ''] = shape.exec(line) ?? [];
    const own = held.get(name);
    if (!sha256)
      findings.push({ code: 'malformed', where: `${where} line ${index + 1}`, message: 'this is not a sum' });
    else if (own === undefined)
      findings.push({ code: 'entry_missing', where: name, message: 'it is listed and not there' });
    else if (own !== sha256) findings.push({ code: 'sum', where: name, message: 'its bytes or its sum were changed' });
    held.delete(name);
  }
  const unlisted = [...held.keys()];
  return [
    ...findings,
    ...unlisted.map((name): Finding => ({ code: 'entry_unknown', where: name, message: 'it is there and not listed' })),
  ];
}

/** The seal of the sums; without a key only its form. */
export function checkSeal(sums: string, seal: string, key: string | null): Finding[] {
  const where = entryNames.seal;
  if (!/^[0-9a-f]{64}\n$/.test(seal)) return [{ code: 'malformed', where, message: 'this is not a seal' }];
  if (key === null || isSealedBy(key, sums, seal)) return [];
  return [
    { code: 'seal', where, message: 'the sums are not sealed with this key: they were changed, or the key is another' },
  ];
}
