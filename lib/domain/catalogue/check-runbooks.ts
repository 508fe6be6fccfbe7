import {
  type CatalogueMistake,
  idsOf,
  type UncheckedCatalogue,
  unknownReference,
  unknownReferences,
} from './catalogue-mistake';
import type { Runbook, RunbookLink } from './runbook';

/** The file of a runbook inside the catalogue's folder. */
function runbookFile(id: string): string {
  return `runbooks/${id}.md`;
}

/** What runbooks name is there: services, failure classes, evidence, other runbooks and their headings. */
export function checkRunbooks(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  const { runbooks, services, failureClasses, evidence } = catalogue;
  return runbooks.flatMap((runbook) => {
    const file = runbookFile(runbook.id);
    return [
      ...unknownReferences({ file, path: ['services'] }, runbook.services, idsOf(services)),
      ...unknownReferences({ file, path: ['failureClasses'] }, runbook.failureClasses, idsOf(failureClasses)),
      ...runbook.items.flatMap(({ needs = [] }, index) =>
        unknownReferences({ file, path: ['items', index, 'needs'] }, needs, idsOf(evidence.recipes)),
      ),
      ...runbook.links.flatMap((link, index) => linkMistakes({ file, path: ['links', index] }, link, runbooks)),
    ];
  });
}

function linkMistakes(
  at: Pick<CatalogueMistake, 'file' | 'path'>,
  { runbook: id, heading }: RunbookLink,
  runbooks: readonly Runbook[],
): CatalogueMistake[] {
  const runbook = runbooks.find((candidate) => candidate.id === id);
  if (!runbook) return unknownReference(at, id, idsOf(runbooks));
  return heading === undefined ? [] : unknownReference(at, heading, idsOf(runbook.headings));
}
