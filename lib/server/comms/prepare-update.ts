import 'server-only';
import type { ChannelWay, CommsChannel, CommsGuide, Destination } from '@/lib/domain/catalogue/comms-guide';
import { type InternalSource, internalFacts } from '@/lib/domain/comms/internal-facts';
import type { PreparedText, PreparedUpdate } from '@/lib/domain/comms/prepared-update';
import {
  componentsOf,
  type FactsSource,
  type Room,
  type UpdateFacts,
  updateFacts,
} from '@/lib/domain/comms/update-facts';
import { fitToChannel } from './fit-to-channel';
import { plainFacts } from './plain-facts';
import { renderTemplate } from './template-engine';

export interface PrepareInput {
  guide: Pick<CommsGuide, 'channels' | 'templates'>;
  facts: FactsSource;
  internals: InternalSource;
  isPrivate: boolean;
  /** Where the texts of each way go; none where nothing is connected. */
  destinationsOf: (way: ChannelWay) => readonly Destination[];
}

/** The longest subject that mail programs and status pages show whole. */
const mostInSubject = 120;
const allOfIt: Room = { troubles: Number.POSITIVE_INFINITY, typed: Number.POSITIVE_INFINITY };

/** What the channels of this severity would say now (rule M1), but those that are off and nobody can post to (rule M14). Of a private incident, only leads are told. Pure. */
export function prepareUpdate(input: PrepareInput): PreparedUpdate {
  const { facts, internals, guide } = input;
  const channels = guide.channels
    .filter(({ severities }) => severities.includes(internals.severity))
    .filter(({ audience }) => !input.isPrivate || audience === 'leads')
    .filter(({ byHand, way }) => byHand || input.destinationsOf(way).length > 0);
  return {
    headline: updateFacts(facts, allOfIt).headline,
    components: componentsOf(facts.situation),
    nextUpdateAt: facts.nextUpdateAt,
    texts: channels.map((channel) => prepareText(channel, input)),
  };
}

function prepareText(channel: CommsChannel, input: PrepareInput): PreparedText {
  const { id, name, audience, way, mostCharacters } = channel;
  const about = { channel: id, name, audience, way, mostCharacters };
  const factsFor = (room: Room) => factsOf(channel, input, room);
  try {
    const { subject, body } = templateOf(channel, input);
    return {
      ...about,
      subject: subject === null ? null : oneLine(renderTemplate(subject, factsFor(allOfIt))),
      body: fitToChannel(mostCharacters, (room) => renderTemplate(body, factsFor(room))),
    };
  } catch (error) {
    const { language } = input.facts.words;
    const body = fitToChannel(mostCharacters, (room) => plainFacts(updateFacts(input.facts, room), language));
    const { headline } = updateFacts(input.facts, allOfIt);
    return { ...about, subject: headline, body, usedFallback: error instanceof Error ? error.message : String(error) };
  }
}

/** The facts that this channel's readers may have. */
function factsOf({ audience }: CommsChannel, { facts, internals }: PrepareInput, room: Room): UpdateFacts {
  const forAnybody = updateFacts(facts, room);
  if (audience === 'public') return forAnybody;
  return { ...forAnybody, ...internalFacts(internals, facts, room) };
}

function templateOf({ id }: CommsChannel, { guide, facts, internals }: PrepareInput) {
  const { words, phase } = facts;
  const template = guide.templates.find(
    ({ channel, language, phases, severities }) =>
      channel === id &&
      language === words.language &&
      phases.includes(phase) &&
      severities.includes(internals.severity),
  );
  if (!template) throw new Error(`no template for ${id}, ${phase}, ${internals.severity} in ${words.language}`);
  return template;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= mostInSubject ? line : `${line.slice(0, mostInSubject).replace(/\s\S*$/, '')}…`;
}
