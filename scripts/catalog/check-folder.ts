import type { Catalogue } from '../../lib/domain/catalogue/catalogue';
import { loadCatalogue } from '../../lib/server/catalogue/load-catalogue';

export interface CheckResult {
  isSound: boolean;
  /** What to print: the counts of a sound catalogue, or a mistake each. */
  lines: string[];
}

/** Reads a catalogue as the console would at start. */
export function checkFolder(folder: string): CheckResult {
  const loaded = loadCatalogue(folder);
  return loaded.ok ? { isSound: true, lines: summarise(loaded.catalogue) } : { isSound: false, lines: loaded.mistakes };
}

function summarise(catalogue: Catalogue): string[] {
  const steps = catalogue.runbooks.flatMap(({ items }) => items);
  const gated = steps.filter(({ gate }) => gate !== undefined);
  const counts = [
    count(catalogue.targets, 'target', 'targets'),
    count(catalogue.services, 'service', 'services'),
    count(catalogue.functions, 'function', 'functions'),
    count(catalogue.severities, 'severity', 'severities'),
    count(catalogue.failureClasses, 'failure class', 'failure classes'),
    count(catalogue.checklists, 'checklist', 'checklists'),
    count(catalogue.evidence.recipes, 'evidence command', 'evidence commands'),
    count(catalogue.bookmarks, 'bookmark', 'bookmarks'),
    `${count(catalogue.runbooks, 'runbook', 'runbooks')} with ${count(steps, 'step', 'steps')}, ${gated.length} of them gated`,
  ];
  return [`${catalogue.platform}: ${counts.join(', ')}`, `version ${catalogue.version}`];
}

function count(rows: readonly unknown[], one: string, many: string): string {
  return `${rows.length} ${rows.length === 1 ? one : many}`;
}
