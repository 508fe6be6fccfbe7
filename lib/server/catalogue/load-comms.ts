import 'server-only';
import type { CatalogueMistake } from '@/lib/domain/catalogue/catalogue-mistake';
import { templateFileOf, wordsFileOf } from '@/lib/domain/catalogue/check-comms';
import {
  type CommsChannel,
  type CommsGuide,
  type CommsTemplate,
  type CommsWords,
  type Language,
  languages,
} from '@/lib/domain/catalogue/comms-guide';
import { commsFile, commsWordsFile } from '@/lib/domain/catalogue/schemas';
import { findTemplateMistakes, templateSays } from '../comms/check-template';
import { readCommsTemplate, type TemplateFile } from './read-comms-template';
import type { ReadFile } from './read-file';
import { readYamlFile } from './read-yaml-file';

/** `comms.yaml` and what stands in `comms/`. */
export interface CommsFiles {
  channels: ReadFile<Pick<CommsGuide, 'channels' | 'reminders'>>;
  templates: ReadFile<TemplateFile>[];
  words: ReadFile<CommsWords>[];
}

/** Reads them; `names` are the files in `comms/`. */
export function readCommsFiles(folder: string, names: readonly string[]): CommsFiles {
  return {
    channels: readYamlFile(folder, 'comms.yaml', commsFile),
    templates: names.filter((name) => name.endsWith('.md')).map((name) => readCommsTemplate(folder, name)),
    words: languages.flatMap((language) =>
      names.includes(wordsFileOf({ language })) ? [readWords(folder, language)] : [],
    ),
  };
}

function readWords(folder: string, language: Language): ReadFile<CommsWords> {
  const file = readYamlFile(folder, wordsFileOf({ language }), commsWordsFile);
  return { ...file, value: file.value && { language, ...file.value } };
}

/** All of them together; null when the channels have mistakes. */
export function assembleComms({ channels, templates, words }: CommsFiles): CommsGuide | null {
  if (!channels.value) return null;
  const { channels: list, reminders } = channels.value;
  const severitiesOf = (id: string) => list.find((channel) => channel.id === id)?.severities ?? [];
  return {
    ...{ channels: list, reminders },
    templates: templates.flatMap(({ value }) =>
      value ? [{ ...value, severities: value.severities ?? severitiesOf(value.channel) }] : [],
    ),
    words: words.flatMap(({ value }) => (value ? [value] : [])),
  };
}

/** What is wrong in the Liquid of each template, held against who reads its channel. */
export function mistakesInTexts({ channels, templates }: CommsGuide): CatalogueMistake[] {
  return templates.flatMap((template) => {
    const channel = channels.find(({ id }) => id === template.channel);
    if (!channel) return [];
    const mayTellInternals = channel.audience !== 'public';
    const file = templateFileOf(template);
    const inBody = findTemplateMistakes(template.body, mayTellInternals);
    const inSubject = findTemplateMistakes(template.subject ?? '', mayTellInternals);
    return [
      ...inBody.map(({ line, expected }) => ({ file, path: ['body', line], expected })),
      ...inSubject.map(({ expected }) => ({ file, path: ['subject'], expected })),
      ...(inBody.length > 0 ? [] : missingPromise(channel, template, file)),
    ];
  });
}

/** A channel that states the next update does so in every template but the last word. */
function missingPromise(channel: CommsChannel, { body, phases }: CommsTemplate, file: string): CatalogueMistake[] {
  const isLastWord = phases.every((phase) => phase === 'resolved');
  if (!channel.statesNextUpdate || isLastWord || templateSays(body, 'nextUpdate')) return [];
  return [{ file, path: ['body', 1], expected: 'nextUpdate somewhere, since the channel states the next update' }];
}
