import 'server-only';
import { createHash } from 'node:crypto';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { crossCheck } from '@/lib/domain/catalogue/cross-check';
import * as schemas from '@/lib/domain/catalogue/schemas';
import { listFiles } from './list-files';
import { assembleComms, type CommsFiles, mistakesInTexts, readCommsFiles } from './load-comms';
import { mistakeLine } from './mistake-line';
import { mistakesInOwnAlertRules, ownAlertRulesFile } from './own-alert-rules';
import type { ReadFile } from './read-file';
import { readRunbook } from './read-runbook';
import { readYamlFile } from './read-yaml-file';

/** A catalogue, or every mistake in it as "file:line: path: expected …". */
export type LoadedCatalogue = { ok: true; catalogue: Catalogue } | { ok: false; mistakes: string[] };

const knownFiles = [
  ...['platform.yaml', 'targets.yaml', 'functions.yaml', 'services.yaml', 'severities.yaml', 'failure-classes.yaml'],
  ...['checklists.yaml', 'evidence.yaml', 'bookmarks.yaml', 'escalation.yaml', 'comms.yaml'],
];

/** Reads, checks and hashes the folder. Never throws for what a file says; nothing is half-loaded. */
export function loadCatalogue(folder: string): LoadedCatalogue {
  const listing = listFiles(folder, [...knownFiles, ownAlertRulesFile]);
  const yaml = readYamlFiles(folder);
  const runbooks = listing.runbooks.map((name) => readRunbook(folder, name));
  const comms = readCommsFiles(folder, listing.comms);
  const files: ReadFile[] = [...Object.values(yaml), ...runbooks, comms.channels, ...comms.templates, ...comms.words];
  const mistakes = [...listing.mistakes, ...files.flatMap((file) => file.mistakes), ...mistakesInOwnAlertRules(folder)];
  const parts = assemble(yaml, runbooks, comms);
  if (mistakes.length > 0 || !parts) return { ok: false, mistakes };
  const crossed = [...crossCheck(parts), ...mistakesInTexts(parts.comms)].map(({ file: name, path, expected }) => {
    const line = files.find((file) => file.name === name)?.lineOf(path) ?? 1;
    return mistakeLine(name, line, path, expected);
  });
  if (crossed.length > 0) return { ok: false, mistakes: crossed };
  return { ok: true, catalogue: { version: hashOf(files), ...parts } };
}

type YamlFiles = ReturnType<typeof readYamlFiles>;

function readYamlFiles(folder: string) {
  return {
    platform: readYamlFile(folder, 'platform.yaml', schemas.platformFile),
    targets: readYamlFile(folder, 'targets.yaml', schemas.targetsFile),
    functions: readYamlFile(folder, 'functions.yaml', schemas.functionsFile),
    services: readYamlFile(folder, 'services.yaml', schemas.servicesFile),
    severities: readYamlFile(folder, 'severities.yaml', schemas.severitiesFile),
    failureClasses: readYamlFile(folder, 'failure-classes.yaml', schemas.failureClassesFile),
    checklists: readYamlFile(folder, 'checklists.yaml', schemas.checklistsFile),
    evidence: readYamlFile(folder, 'evidence.yaml', schemas.evidenceFile),
    bookmarks: readYamlFile(folder, 'bookmarks.yaml', schemas.bookmarksFile),
    escalation: readYamlFile(folder, 'escalation.yaml', schemas.escalationFile),
  };
}

/** All files together; null when one of them has mistakes. */
function assemble(
  { platform, severities, evidence, escalation, ...lists }: YamlFiles,
  runbooks: readonly ReadFile<Catalogue['runbooks'][number]>[],
  commsFiles: CommsFiles,
): Omit<Catalogue, 'version'> | null {
  const { targets, functions, services, failureClasses, checklists, bookmarks } = lists;
  if (!platform.value || !severities.value || !evidence.value || !escalation.value) return null;
  if (!targets.value || !functions.value || !services.value) return null;
  const comms = assembleComms(commsFiles);
  if (!comms || !failureClasses.value || !checklists.value || !bookmarks.value) return null;
  return {
    platform: platform.value.name,
    ...targets.value,
    ...functions.value,
    ...services.value,
    severities: severities.value.severities,
    defaultSeverity: severities.value.default,
    calendar: severities.value.calendar,
    ...failureClasses.value,
    ...checklists.value,
    evidence: evidence.value,
    ...bookmarks.value,
    escalation: escalation.value,
    comms,
    runbooks: runbooks.flatMap(({ value }) => (value ? [value] : [])),
  };
}

function hashOf(files: readonly ReadFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
