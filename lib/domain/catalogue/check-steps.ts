import { type CatalogueMistake, idsOf, type UncheckedCatalogue, unknownReference } from './catalogue-mistake';
import { checkCondition } from './check-conditions';
import { actShape, bondShape, readAct, readBond } from './step-act';
import { reservedQuestions } from './step-condition';
import type { StepTerms } from './step-terms';

type Place = Pick<CatalogueMistake, 'file' | 'path'>;
type Step = StepTerms & { id: string };

/** What the steps of checklists and runbooks are marked with leads somewhere and can be. */
export function checkSteps(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  const lists = [
    ...catalogue.checklists.map(({ items }, index) => ({
      ...{ file: 'checklists.yaml', path: ['checklists', index, 'items'], items: items as readonly Step[] },
    })),
    ...catalogue.runbooks.map(({ id, items }) => ({ file: `runbooks/${id}.md`, path: ['items'], items })),
  ];
  const answers = new Map<string, string[]>();
  return lists.flatMap(({ file, path, items }) => {
    const before = new Map<string, string[]>();
    return items.flatMap((item, index) => {
      const place = { file, path: [...path, index] };
      const mistakes = [
        ...checkQuestion(place, item, before, answers),
        ...checkAct(place, item, catalogue),
        ...checkBond(place, item, catalogue),
        ...(item.when === undefined ? [] : checkCondition(under(place, 'when'), item.when, catalogue, before)),
      ];
      if (item.question) before.set(item.question.id, item.question.answers);
      return mistakes;
    });
  });
}

function under({ file, path }: Place, key: string): Place {
  return { file, path: [...path, key] };
}

const mostAnswers = 6;

function checkQuestion(
  place: Place,
  { question, gate, does, doneBy }: Step,
  before: ReadonlyMap<string, string[]>,
  all: Map<string, string[]>,
): CatalogueMistake[] {
  if (!question) return [];
  const at = under(place, 'question');
  const { id, answers } = question;
  if (gate ?? does ?? doneBy) return [{ ...at, expected: 'a question by itself, without gate, does or doneBy' }];
  if (!/^[a-z0-9-]{1,60}$/.test(id) || reservedQuestions.includes(id))
    return [{ ...at, expected: `a kebab-case id that is none of ${reservedQuestions.join(', ')}, not “${id}”` }];
  if (before.has(id)) return [{ ...at, expected: `a question that is asked once, not “${id}” again` }];
  const isSound = (answer: string) => /^[^,[\]{}]{1,40}$/.test(answer) && !/^not |\sand\s/.test(answer);
  if (new Set(answers).size < 2 || answers.length > mostAnswers || !answers.every(isSound))
    return [{ ...at, expected: `2 to ${mostAnswers} short answers, each once, without “and” or a leading “not”` }];
  const elsewhere = all.get(id) ?? answers;
  all.set(id, elsewhere);
  return elsewhere.join() === answers.join()
    ? []
    : [{ ...at, expected: `the answers that “${id}” has elsewhere: ${elsewhere.join(', ')}` }];
}

function checkAct(place: Place, { does, doneBy }: Step, catalogue: UncheckedCatalogue): CatalogueMistake[] {
  if (does === undefined) return [];
  const at = under(place, 'does');
  if (doneBy !== undefined) return [{ ...at, expected: 'either does or doneBy' }];
  const act = readAct(does);
  if (!act) return [{ ...at, expected: `${actShape}; not “${does}”` }];
  if (act.names === 'severity') return unknownReference(at, act.of ?? '', idsOf(catalogue.severities));
  return act.names === 'checklist' ? unknownReference(at, act.of ?? '', openable(catalogue)) : [];
}

function checkBond(place: Place, { doneBy }: Step, catalogue: UncheckedCatalogue): CatalogueMistake[] {
  if (doneBy === undefined) return [];
  const at = under(place, 'doneBy');
  const bond = readBond(doneBy);
  if (!bond) return [{ ...at, expected: `${bondShape}; not “${doneBy}”` }];
  if (bond.by === 'evidence') return unknownReference(at, bond.recipe, idsOf(catalogue.evidence.recipes));
  return bond.checklist === null ? [] : unknownReference(at, bond.checklist, openable(catalogue));
}

/** What has steps to open, parts of runbooks too: a runbook without any is only read. */
function openable({ runbooks, checklists }: UncheckedCatalogue): string[] {
  const whole = runbooks.filter(({ items }) => items.length > 0);
  const parts = whole.flatMap(({ id, items }) =>
    items.flatMap(({ heading }) => (heading === undefined ? [] : [`${id}.${heading}`])),
  );
  return [...idsOf(whole), ...idsOf(checklists), ...new Set(parts)];
}
