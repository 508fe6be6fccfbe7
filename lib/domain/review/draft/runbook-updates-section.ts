import { adHocId } from '../../triage/triage';
import type { Brevity, DraftSource } from './draft-source';
import { list } from './list-section';
import { listSkips } from './list-skips';
import { bullet, inline } from './markdown-text';

/** What the runbooks did not know: steps that people added, steps that they left out, a failure without a row. */
export function runbookUpdatesSection(source: DraftSource, brevity: Brevity): string {
  const { incident, triage } = source.state;
  const added = triage.checklists
    .filter(({ id }) => id === adHocId)
    .flatMap(({ items }) => items.map(({ title }) => `- [ ] No runbook had the step ${inline(title)}: add it.`));
  const skipped = listSkips(source)
    .filter(({ list: name }) => name !== '')
    .map(({ title, list: name, reason }) =>
      bullet(`[ ] Is ${inline(title)} still right in ${inline(name)}? It was skipped:`, reason, brevity.mostTyped),
    );
  const unknown = triage.failureClass
    ? []
    : ['- [ ] Add a row to the symptom table: no failure class fitted this incident.'];
  const merged = incident.mergedInto
    ? [`- [ ] Declared twice, the other one is ${incident.mergedInto}: say where to look before declaring.`]
    : [];
  return list([...unknown, ...added, ...skipped, ...merged], brevity, 'None recorded.');
}
