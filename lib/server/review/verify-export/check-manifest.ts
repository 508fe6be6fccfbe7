import 'server-only';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import { foldVersion, type RecordState } from '@/lib/domain/record-state';
import { projectIncident } from '../../incident/project-incident';
import { type ExportManifest, entryNames } from '../export/export-format';
import type { Written } from '../export/zip-writer';
import type { EventLines } from './event-lines';
import type { Finding } from './finding';

/** `incident.json` against the events: the head, and what they come to. */
export function checkManifest(manifest: ExportManifest, events: EventLines): Finding[] {
  const where = entryNames.incident;
  const findings: Finding[] = [];
  const { seq, hash } = manifest.head;
  if (events.head.seq !== seq || events.head.hash !== hash)
    findings.push({
      ...{ code: 'head', where, seq: Math.min(seq, events.head.seq) },
      message: `it says that the record ends with event ${seq}, ${hash.slice(0, 12)}…; the events end with ${events.head.seq}, ${events.head.hash.slice(0, 12)}…`,
    });
  const comesTo = events.state && toldBy(events.state);
  if (manifest.foldVersion !== foldVersion || events.findings.length > 0 || !comesTo) return findings;
  const { state, facts, catalogVersion } = manifest;
  if (canonicalJson({ state, facts, catalogVersion }) === canonicalJson(comesTo)) return findings;
  return [...findings, { code: 'state', where, message: 'it says something else than the events' }];
}

function toldBy(state: RecordState) {
  const { state: _, foldVersion: __, ...facts } = projectIncident(state);
  return { state, facts, catalogVersion: state.incident.catalogVersion };
}

/** The files against what the chain says of them: none left out of the list, originals the very bytes. */
export function checkEvidence(manifest: ExportManifest, state: RecordState, entries: readonly Written[]): Finding[] {
  const held = new Map(entries.filter(({ name }) => name.startsWith('evidence/')).map((entry) => [entry.name, entry]));
  const listed = new Map(manifest.evidence.map((file) => [file.evidenceId, file]));
  const findings = state.evidence.items.flatMap((item): Finding[] => {
    const file = listed.get(item.evidenceId);
    listed.delete(item.evidenceId);
    const where = file?.path ?? `evidence ${item.evidenceId}`;
    if (file?.sha256 !== item.sha256 || file.name !== item.name || file.sizeBytes !== item.sizeBytes)
      return [{ code: 'evidence', where, message: 'it is not listed as the events have it' }];
    const entry = file.path === null ? undefined : held.get(file.path);
    held.delete(file.path ?? '');
    if (file.path !== null && !entry) return [{ code: 'entry_missing', where, message: 'it is listed and not there' }];
    if (file.form !== 'original' || entry?.sha256 === item.sha256) return [];
    return [{ code: 'evidence', where, message: 'its bytes are not those that were captured' }];
  });
  const unknown = [...listed.values()].map(({ evidenceId, path }) => path ?? `evidence ${evidenceId}`);
  return [
    ...findings,
    ...[...new Set([...unknown, ...held.keys()])].map(
      (where): Finding => ({ code: 'entry_unknown', where, message: 'no event speaks of it' }),
    ),
  ];
}
