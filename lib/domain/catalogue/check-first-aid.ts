import {
  type CatalogueMistake,
  idsOf,
  type UncheckedCatalogue,
  unknownReference,
  unknownReferences,
} from './catalogue-mistake';

/** What a responder reaches for first: failure classes, evidence, bookmarks and whom to call. */
export function checkFirstAid(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  return [
    ...checkFailureClasses(catalogue),
    ...checkEvidence(catalogue),
    ...checkBookmarks(catalogue),
    ...checkEscalation(catalogue),
  ];
}

function checkFailureClasses(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  const { failureClasses, noneOfThese, runbooks, services } = catalogue;
  const file = 'failure-classes.yaml';
  const none = unknownReferences(
    { file, path: ['noneOfThese', 'runbooks'] },
    noneOfThese?.runbooks ?? [],
    idsOf(runbooks),
  );
  const rows = failureClasses.flatMap((row, index) => [
    ...unknownReferences({ file, path: ['failureClasses', index, 'runbooks'] }, row.runbooks, idsOf(runbooks)),
    ...row.signals.flatMap(({ service, opens }, position) => {
      const path = ['failureClasses', index, 'signals', position];
      return [
        ...unknownReference({ file, path: [...path, 'service'] }, service, idsOf(services)),
        ...(opens === undefined ? [] : unknownReference({ file, path: [...path, 'opens'] }, opens, row.runbooks)),
      ];
    }),
  ]);
  return [...rows, ...none];
}

function checkEvidence(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  return [...fileNameMistakes(catalogue), ...conditionMistakes(catalogue)];
}

/** What a command waits for and runs on is known, and it names the first instance as it stands. */
function conditionMistakes({ evidence, services, targets }: UncheckedCatalogue): CatalogueMistake[] {
  const file = 'evidence.yaml';
  return evidence.recipes.flatMap(({ command, ifAnswers, perInstance = [] }, index) => {
    const path = ['recipes', index];
    const first = perInstance[0];
    const isNamed = first === undefined || command.includes(first.name);
    return [
      ...(ifAnswers === undefined
        ? []
        : unknownReference({ file, path: [...path, 'ifAnswers'] }, ifAnswers, idsOf(services))),
      ...perInstance.flatMap(({ target }, place) =>
        unknownReference({ file, path: [...path, 'perInstance', place, 'target'] }, target, idsOf(targets)),
      ),
      ...(isNamed
        ? []
        : [
            {
              file,
              path: [...path, 'perInstance', 0, 'name'],
              expected: `a name that the command has, since it runs on the first instance, not “${first.name}”`,
            },
          ]),
    ];
  });
}

function fileNameMistakes({ evidence }: UncheckedCatalogue): CatalogueMistake[] {
  return evidence.recipes.flatMap(({ command, fileName }, index) =>
    command.includes(fileName)
      ? []
      : [
          {
            file: 'evidence.yaml',
            path: ['recipes', index, 'fileName'],
            expected: `a file name that the command writes, not “${fileName}”`,
          },
        ],
  );
}

function checkBookmarks({ bookmarks }: UncheckedCatalogue): CatalogueMistake[] {
  const file = 'bookmarks.yaml';
  return bookmarks.flatMap(({ url, where, glance }, index) => {
    const path = ['bookmarks', index];
    const isTaken = glance !== undefined && bookmarks.findIndex((other) => other.glance === glance) !== index;
    return [
      ...(url === null && where === undefined
        ? [{ file, path: [...path, 'where'], expected: 'words for where the address stands, since url is null' }]
        : []),
      ...(isTaken
        ? [{ file, path: [...path, 'glance'], expected: `a place that no other bookmark has, not ${glance} again` }]
        : []),
    ];
  });
}

function checkEscalation({ escalation, severities }: UncheckedCatalogue): CatalogueMistake[] {
  const file = 'escalation.yaml';
  const { contacts, unclassified } = escalation;
  const channels = contacts.filter(({ kind }) => kind === 'channel');
  return [
    ...unknownReference({ file, path: ['unclassified', 'severity'] }, unclassified.severity, idsOf(severities)),
    ...unknownReference({ file, path: ['unclassified', 'invite'] }, unclassified.invite, idsOf(contacts)),
    ...unknownReference({ file, path: ['unclassified', 'announceIn'] }, unclassified.announceIn, idsOf(channels)),
  ];
}
