import 'server-only';
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { alertRulesFile } from '@/lib/domain/catalogue/schemas';
import { readYamlFile } from './read-yaml-file';

/** The one file that a catalogue may lack. It is for Prometheus and for the drift report, so no version depends on it. */
export const ownAlertRulesFile = 'alert-rules.yaml';

/** The path of the catalogue's own alert rules; null when it has none. */
export function placeOfOwnAlertRules(folder: string): string | null {
  // Else the bundler takes every file of that name along.
  const place = path.join(/* turbopackIgnore: true */ folder, ownAlertRulesFile);
  return lstatSync(place, { throwIfNoEntry: false }) ? place : null;
}

/** What is wrong with them, a line each; nothing when there are none. */
export function mistakesInOwnAlertRules(folder: string): string[] {
  if (placeOfOwnAlertRules(folder) === null) return [];
  return readYamlFile(folder, ownAlertRulesFile, alertRulesFile).mistakes;
}
