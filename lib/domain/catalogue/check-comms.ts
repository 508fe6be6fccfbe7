import {
  type CatalogueMistake,
  idsOf,
  type UncheckedCatalogue,
  unknownReference,
  unknownReferences,
} from './catalogue-mistake';
import { type CommsTemplate, type CommsWords, commsPhases, type ReminderStep } from './comms-guide';

const file = 'comms.yaml';

/** Where the words of a language stand. */
export function wordsFileOf({ language }: Pick<CommsWords, 'language'>): string {
  return `comms/words.${language}.yaml`;
}

/** Where a template stands. */
export function templateFileOf({ id, language }: Pick<CommsTemplate, 'id' | 'language'>): string {
  return `comms/${id}.${language}.md`;
}

/** Every channel has one text for each severity, phase and language; and each language has words for everything. */
export function checkComms(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  const severities = idsOf(catalogue.severities);
  const { channels, templates, words } = catalogue.comms;
  return [
    ...channels.flatMap((channel, index) =>
      unknownReferences({ file, path: ['channels', index, 'severities'] }, channel.severities, severities),
    ),
    ...channels.flatMap(({ way, byHand }, index) =>
      way === 'copy' && !byHand
        ? [{ file, path: ['channels', index, 'byHand'], expected: 'true, since people post what has the way “copy”' }]
        : [],
    ),
    ...reminderMistakes(catalogue.comms.reminders),
    ...templates.flatMap((template) => templateMistakes(template, catalogue)),
    ...words.flatMap((one) => wordMistakes(one, catalogue)),
    ...coverage(catalogue),
  ];
}

/** Rule M18: each person once, and later than the one before. */
function reminderMistakes(reminders: readonly ReminderStep[]): CatalogueMistake[] {
  return reminders.flatMap(({ to, afterMinutes }, index) => {
    const before = reminders[index - 1];
    const at = (key: string) => ({ file, path: ['reminders', index, key] });
    if (reminders.findIndex((one) => one.to === to) < index)
      return [{ ...at('to'), expected: `each person once; “${to}” stands above already` }];
    if (before && afterMinutes <= before.afterMinutes)
      return [{ ...at('afterMinutes'), expected: `more than ${before.afterMinutes}, the minutes of the one before` }];
    return [];
  });
}

function templateMistakes(template: CommsTemplate, { comms }: UncheckedCatalogue): CatalogueMistake[] {
  const at = (...path: (string | number)[]) => ({ file: templateFileOf(template), path });
  const channel = comms.channels.find(({ id }) => id === template.channel);
  if (!channel) return unknownReference(at('channel'), template.channel, idsOf(comms.channels));
  const spoken = comms.words.map(({ language }) => language);
  return [
    ...unknownReferences(at('severities'), template.severities, channel.severities),
    ...unknownReference(at('language'), template.language, spoken),
  ];
}

function wordMistakes(words: CommsWords, { functions, services, failureClasses }: UncheckedCatalogue) {
  const of = (key: 'functions' | 'services', rows: readonly { id: string }[]) => [
    ...unknownKeys(words, key, words[key], idsOf(rows)),
    ...idsOf(rows)
      .filter((id) => !Object.hasOwn(words[key], id))
      .map((id) => ({ file: wordsFileOf(words), path: [key], expected: `words for “${id}”` })),
  ];
  return [
    ...of('functions', functions),
    ...of('services', services),
    ...unknownKeys(words, 'symptoms', words.symptoms ?? {}, idsOf(failureClasses)),
  ];
}

function unknownKeys(words: CommsWords, key: string, record: object, known: readonly string[]): CatalogueMistake[] {
  return Object.keys(record).flatMap((id) =>
    unknownReference({ file: wordsFileOf(words), path: [key, id] }, id, known),
  );
}

/** One template, neither none nor two, for each channel, severity, phase and language. */
function coverage({ comms }: UncheckedCatalogue): CatalogueMistake[] {
  const { channels, templates, words } = comms;
  return channels.flatMap((channel, index) =>
    words.flatMap(({ language }) =>
      channel.severities.flatMap((severity) =>
        commsPhases.flatMap((phase) => {
          const path = ['channels', index, 'id'];
          const which = `${channel.id}, ${severity}, ${phase}, ${language}`;
          const [first, second] = templates.filter(
            (one) =>
              one.channel === channel.id &&
              one.language === language &&
              one.phases.includes(phase) &&
              one.severities.includes(severity),
          );
          if (!first) return [{ file, path, expected: `a template in comms/ for ${which}` }];
          if (!second) return [];
          const expected = `one template for ${which}; ${templateFileOf(first)} is another`;
          return [{ file: templateFileOf(second), path: ['phases'], expected }];
        }),
      ),
    ),
  );
}
