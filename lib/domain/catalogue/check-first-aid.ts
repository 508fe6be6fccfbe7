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

function checkFailureClasses({ failureClasses, runbooks, services }: UncheckedCatalogue): CatalogueMistake[] {
  const file = 'failure-classes.yaml';
  return failureClasses.flatMap((row, index) => [
    ...unknownReferences({ file, path: ['failureClasses', index, 'runbooks'] }, row.runbooks, idsOf(runbooks)),
    ...row.signals.flatMap(({ service }, position) =>
      unknownReference(
        { file, path: ['failureClasses', index, 'signals', position, 'service'] },
        service,
        idsOf(services),
      ),
    ),
  ]);
}

function checkEvidence({ evidence }: UncheckedCatalogue): CatalogueMistake[] {
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
