import type { Catalogue } from '../../lib/domain/catalogue/catalogue';
import { loadCatalogue } from '../../lib/server/catalogue/load-catalogue';

/** A sound catalogue, or null; and what to print: its counts, or a mistake each. */
export interface CheckResult {
  catalogue: Catalogue | null;
  lines: string[];
}

/** Reads a catalogue as the console would at start. */
export function checkFolder(folder: string): CheckResult {
  const loaded = loadCatalogue(folder);
  return loaded.ok
    ? { catalogue: loaded.catalogue, lines: summarise(loaded.catalogue) }
    : { catalogue: null, lines: loaded.mistakes };
}

function summarise(catalogue: Catalogue): string[] {
  const steps = catalogue.runbooks.flatMap(({ items }) => items);
  const gated = steps.filter(({ gate }) => gate !== undefined);
  const { channels, words } = catalogue.comms;
  const counts = [
    count(catalogue.targets, 'target', 'targets'),
    count(catalogue.services, 'service', 'services'),
    count(catalogue.functions, 'function', 'functions'),
    count(catalogue.severities, 'severity', 'severities'),
    count(catalogue.failureClasses, 'failure class', 'failure classes'),
    count(catalogue.checklists, 'checklist', 'checklists'),
    count(catalogue.evidence.recipes, 'evidence command', 'evidence commands'),
    count(catalogue.bookmarks, 'bookmark', 'bookmarks'),
    `${count(channels, 'channel', 'channels')} in ${count(words, 'language', 'languages')}`,
    `${count(catalogue.runbooks, 'runbook', 'runbooks')} with ${count(steps, 'step', 'steps')}, ${gated.length} of them gated`,
  ];
  return [`${catalogue.platform}: ${counts.join(', ')}`, `version ${catalogue.version}`];
}

function count(rows: readonly unknown[], one: string, many: string): string {
  return `${rows.length} ${rows.length === 1 ? one : many}`;
}
