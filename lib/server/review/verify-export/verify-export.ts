import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import { foldVersion } from '@/lib/domain/record-state';
import { type ExportManifest, entryNames } from '../export/export-format';
import { checkEvidence, checkManifest } from './check-manifest';
import { checkSeal, checkSums } from './check-sums';
import { EventLines } from './event-lines';
import type { ExportReport, Finding } from './finding';
import { readManifest } from './read-manifest';
import { type Reader, type WalkedZip, walkZip } from './walk-zip';

const mostTextBytes = 64 * 1024 * 1024;
const required = [entryNames.events, entryNames.incident, entryNames.sums, entryNames.seal] as const;
const known = new Set<string>(Object.values(entryNames));

export interface VerifiedExport extends ExportReport {
  manifest: ExportManifest | null;
  /** `catalogue.json`, when it is there. */
  catalogue: string | null;
}

/**
 * Checks an export by itself, with nothing but the file and, for chain and seal, the key. Every byte of the file is
 * accounted for. Rejects only when the file cannot be opened.
 */
export async function verifyExport(
  file: string,
  key: string | null,
  onEvent?: (event: RecordedEvent, hash: Buffer) => void,
): Promise<VerifiedExport> {
  const events = new EventLines(key, onEvent);
  const texts = new Map<string, Buffer[]>();
  const walked = await walkZip(file, (name) => readerOf(name, events, texts));
  events.end();
  const textOf = (name: string) => (texts.has(name) ? Buffer.concat(texts.get(name) ?? []).toString() : null);
  const read = readManifest(textOf(entryNames.incident) ?? '');
  const manifest = typeof read === 'string' ? null : read;
  const [sums, seal] = [textOf(entryNames.sums) ?? '', textOf(entryNames.seal) ?? ''];
  // What could not be read to the end is full of things that only look missing.
  const findings = walked.failure
    ? [walked.failure, ...events.findings]
    : [
        ...checkNames(walked.entries.map(({ name }) => name)),
        ...checkBytes(walked, sums),
        ...checkSeal(sums, seal, key),
        ...events.findings,
        ...(typeof read === 'string' ? [malformed(read)] : []),
        ...(manifest ? checkManifest(manifest, events) : []),
        ...(manifest && events.state ? checkEvidence(manifest, events.state, walked.entries) : []),
      ];
  const number = manifest ? String(manifest.facts.number) : null;
  const head = events.lines > 0 ? events.head : null;
  const rest = { manifest, catalogue: textOf(entryNames.catalogue), unchecked: notChecked(key, manifest) };
  return { number, head, events: events.lines, findings, ...rest };
}

/** The sum of a changed entry says where; the checksum that the zip itself has of it would only say so again. */
function checkBytes({ entries, difference }: WalkedZip, sums: string): Finding[] {
  const findings = checkSums(sums, entries);
  if (!difference || findings.some(({ where }) => where === difference.entry)) return findings;
  return [difference.finding, ...findings];
}

function malformed(message: string): Finding {
  return { code: 'malformed', where: entryNames.incident, message };
}

function readerOf(name: string, events: EventLines, texts: Map<string, Buffer[]>): Reader | null {
  if (name === entryNames.events) return (chunk) => events.push(chunk);
  if (!known.has(name) || name === entryNames.page || name === entryNames.postmortem) return null;
  const chunks: Buffer[] = [];
  texts.set(name, chunks);
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.length;
    if (bytes > mostTextBytes) throw new Error(`${name} is larger than ${mostTextBytes} bytes`);
    chunks.push(Buffer.from(chunk));
  };
}

function checkNames(names: readonly string[]): Finding[] {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const missing = required.filter((name) => !names.includes(name));
  const strange = names.filter((name) => !known.has(name) && !/^evidence\/[^/]+$/.test(name));
  return [
    ...twice.map((where): Finding => ({ code: 'entry_unknown', where, message: 'it is there twice' })),
    ...missing.map((where): Finding => ({ code: 'entry_missing', where, message: 'every export has it' })),
    ...strange.map((where): Finding => ({ code: 'entry_unknown', where, message: 'no export has such a file' })),
  ];
}

function notChecked(key: string | null, manifest: ExportManifest | null): string[] {
  const unchecked: string[] = [];
  if (key === null)
    unchecked.push('the chain and the seal: that takes the chain key. Who changed everything to fit is not found out');
  if (manifest?.evidence.some(({ form }) => form === 'masked'))
    unchecked.push('masked copies against their originals: only their sums, which the seal covers');
  if (manifest && manifest.foldVersion !== foldVersion)
    unchecked.push('what the events come to: another release wrote that down');
  return unchecked;
}
