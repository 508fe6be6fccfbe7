import { type CatalogueMistake, idsOf, type UncheckedCatalogue, unknownReference } from './catalogue-mistake';
import { allowedBy, type ConditionWorld, conditionShape, readConditions, type StepCondition } from './step-condition';

type Place = Pick<CatalogueMistake, 'file' | 'path'>;

/** A condition names what is there, and can hold. `answers` are those of the questions that stand before its step. */
export function checkCondition(
  at: Place,
  when: string,
  catalogue: UncheckedCatalogue,
  answers: ReadonlyMap<string, string[]>,
): CatalogueMistake[] {
  const conditions = readConditions(when);
  if (!conditions) return [{ ...at, expected: `${conditionShape}; not “${when}”` }];
  const unknown = conditions.flatMap((condition) => checkNames(at, condition, catalogue, answers));
  if (unknown.length > 0) return unknown;
  const world = { classes: idsOf(catalogue.failureClasses), ladder: idsOf(catalogue.severities), answers };
  return canHold(conditions, world)
    ? []
    : [{ ...at, expected: `conditions that can hold together; “${when}” never does` }];
}

function checkNames(
  at: Place,
  condition: StepCondition,
  catalogue: UncheckedCatalogue,
  answers: ReadonlyMap<string, string[]>,
): CatalogueMistake[] {
  switch (condition.about) {
    case 'severity':
      return unknownReference(at, condition.severity, idsOf(catalogue.severities));
    case 'service':
      return unknownReference(at, condition.id, idsOf(catalogue.services));
    case 'class':
      return unknownReference(at, condition.id, idsOf(catalogue.failureClasses));
    case 'answer': {
      const known = answers.get(condition.question);
      if (known) return unknownReference(at, condition.answer, known);
      const asked = [...answers.keys()];
      const choice = asked.length === 0 ? 'none is asked before this step' : `asked before it: ${asked.join(', ')}`;
      return [{ ...at, expected: `${conditionShape}; “${condition.question}” is no question (${choice})` }];
    }
    default:
      return [];
  }
}

function canHold(conditions: readonly StepCondition[], world: ConditionWorld): boolean {
  const bySubject = new Map<string, string[]>();
  for (const condition of conditions) {
    const { subject, allowed } = allowedBy(condition, world);
    const before = bySubject.get(subject);
    bySubject.set(subject, before ? before.filter((each) => allowed.includes(each)) : allowed);
  }
  return [...bySubject.values()].every((left) => left.length > 0);
}
