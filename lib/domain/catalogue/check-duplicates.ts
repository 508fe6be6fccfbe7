import type { CatalogueMistake, UncheckedCatalogue } from './catalogue-mistake';

/** Every id stands once in its list. Runbooks need no check among themselves: their ids are file names. */
export function checkDuplicates(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  return [
    ...duplicates('targets.yaml', ['targets'], catalogue.targets),
    ...duplicates('functions.yaml', ['functions'], catalogue.functions),
    ...duplicates('services.yaml', ['services'], catalogue.services),
    ...duplicates('severities.yaml', ['severities'], catalogue.severities),
    ...duplicates('failure-classes.yaml', ['failureClasses'], catalogue.failureClasses),
    ...duplicates('evidence.yaml', ['recipes'], catalogue.evidence.recipes),
    ...duplicates('bookmarks.yaml', ['bookmarks'], catalogue.bookmarks),
    ...duplicates('escalation.yaml', ['contacts'], catalogue.escalation.contacts),
    ...duplicates('checklists.yaml', ['checklists'], catalogue.checklists),
    ...duplicates('comms.yaml', ['channels'], catalogue.comms.channels),
    ...catalogue.checklists.flatMap((list, index) =>
      duplicates('checklists.yaml', ['checklists', index, 'items'], list.items),
    ),
    ...namedLikeRunbooks(catalogue),
    ...repeatedDays(catalogue.calendar.holidays),
  ];
}

function duplicates(file: string, path: (string | number)[], rows: readonly { id: string }[]): CatalogueMistake[] {
  return rows.flatMap(({ id }, index) =>
    rows.findIndex((row) => row.id === id) === index
      ? []
      : [{ file, path: [...path, index, 'id'], expected: `an id that stands once, not “${id}” again` }],
  );
}

/** In an incident, the steps of a runbook stand beside the checklists, under the runbook's id. */
function namedLikeRunbooks({ checklists, runbooks }: UncheckedCatalogue): CatalogueMistake[] {
  return checklists.flatMap(({ id }, index) =>
    runbooks.some((runbook) => runbook.id === id)
      ? [
          {
            file: 'checklists.yaml',
            path: ['checklists', index, 'id'],
            expected: `an id that no runbook has, not “${id}”`,
          },
        ]
      : [],
  );
}

function repeatedDays(holidays: readonly string[]): CatalogueMistake[] {
  return holidays.flatMap((day, index) =>
    holidays.indexOf(day) === index
      ? []
      : [
          {
            file: 'severities.yaml',
            path: ['calendar', 'holidays', index],
            expected: `a day that stands once, not ${day} again`,
          },
        ],
  );
}
