import type { CommsPhase, CommsWords } from '../catalogue/comms-guide';
import type { ComponentStatus } from '../health/health';
import type { LiveSituation } from '../incident/record-context';
import type { RowHolding } from '../incident/row-holding';
import { withFullStop } from './end-sentence';
import { listTroubles, type ServiceEffects, type Trouble, troublesToSay } from './felt-troubles';
import { type OwnSituation, ownSituation } from './own-situation';
import { shortenText } from './shorten-text';
import { updateHeadline } from './update-headline';
import { phrasesOf } from './update-phrases';

/** Everything that a text for anybody may be made of. Times are ISO UTC. */
export interface FactsSource {
  platform: string;
  phase: CommsPhase;
  words: CommsWords;
  services: readonly ServiceEffects[];
  situation: LiveSituation;
  /** Whose trouble each row is (rule I22). */
  holdingOf: (serviceId: string) => RowHolding;
  /** Since when users feel it (rule I23). */
  impactStarted: string;
  /** What a person typed about what is being done. */
  doing: string | null;
  nextUpdateAt: string | null;
  /** When users stopped feeling it, as the record says. */
  endedAt: string | null;
  previousHeadline: string | null;
}

/** How much of it there is room for. */
export interface Room {
  /** Sentences about troubles; the rest is counted. */
  troubles: number;
  /** Characters of each thing that a person typed. */
  typed: number;
}

/** What a template for anybody may say; words are in the update's language. */
export interface UpdateFacts {
  platform: string;
  phase: CommsPhase;
  /** The phase as people say it: "Investigating". */
  phaseWord: string;
  headline: string;
  /** True while nothing that users do works. */
  isTotal: boolean;
  /** What users feel, what is not known and what works, a sentence each. */
  impact: string[];
  /** The first of these alone. */
  trouble: string[];
  /** Names joined into a text; null for none. */
  works: string | null;
  unknown: string | null;
  since: string;
  /** Only of what is over. */
  until: string | null;
  doing: string | null;
  nextUpdate: string | null;
}

/** What an update says to anybody (rule M1): from the live matrix, with no name of a machine or a person. */
export function updateFacts(source: FactsSource, room: Room): UpdateFacts {
  const { words, phase, situation, platform, nextUpdateAt, previousHeadline } = source;
  const phrases = phrasesOf(words.language);
  const own = ownSituation(situation, source.services, { ...source, isLastWord: phase === 'resolved' });
  const troubles = listTroubles(own.rows, source.services);
  const said = troublesToSay(troubles);
  const { functions } = own;
  const names = functionNames(functions, words);
  const count = situation.functions.length;
  const isTotal = count > 0 && names('down').length === count;
  const trouble = troubleSentences(said, words, room.troubles);
  const works = names('ok').length === count ? [] : names('ok');
  return {
    ...{ platform, phase, isTotal, trouble, phaseWord: phrases.phase[phase] },
    headline: updateHeadline({
      ...{ platform, words, functions, isTotal, previous: previousHeadline, hasTrouble: troubles.length > 0 },
    }),
    impact: impactOf(source, own, trouble),
    works: works.length > 0 ? phrases.and(works) : null,
    unknown: names('unknown').length > 0 ? phrases.and(names('unknown')) : null,
    since: phrases.time(source.impactStarted),
    until: isOver(source, troubles) && source.endedAt !== null ? phrases.time(source.endedAt) : null,
    doing: source.doing === null ? phrases.doing[phase] : shortenText(withFullStop(source.doing), room.typed),
    nextUpdate: nextUpdateAt === null ? null : phrases.time(nextUpdateAt),
  };
}

/** How each function is doing, for a page that shows components. */
export function componentsOf({ functions }: LiveSituation): Record<string, ComponentStatus> {
  return Object.fromEntries(functions.map(({ id, status }) => [id, status]));
}

function functionNames(functions: LiveSituation['functions'], words: CommsWords) {
  return (status: ComponentStatus) =>
    functions.filter((one) => one.status === status).map(({ id, name }) => words.functions[id]?.inSentence ?? name);
}

function troubleSentences(said: readonly Trouble[], words: CommsWords, most: number): string[] {
  const sentences = [...new Set(said.flatMap(({ serviceId, status }) => words.services[serviceId]?.[status] ?? []))];
  const rest = sentences.length - most;
  return rest > 0 ? [...sentences.slice(0, most), phrasesOf(words.language).moreTroubles(rest)] : sentences;
}

function impactOf(
  { words, phase, situation }: FactsSource,
  { functions }: OwnSituation,
  trouble: readonly string[],
): string[] {
  const phrases = phrasesOf(words.language);
  const names = functionNames(functions, words);
  const isWatched = phase === 'monitoring' || phase === 'resolved';
  const count = situation.functions.length;
  if (count > 0 && names('unknown').length === count) return [...trouble, phrases.blind];
  if (names('ok').length === count) {
    if (trouble.length > 0) return [...trouble, phrases.allWorks];
    return [isWatched ? phrases.wellAgain : phrases.unseen];
  }
  const total = names('down').length === count ? [phrases.total] : [];
  const unknown = names('unknown').length > 0 ? [phrases.unknown(phrases.and(names('unknown')))] : [];
  const works = names('ok').length > 0 ? [phrases.works(phrases.and(names('ok')), names('ok').length)] : [];
  const isOwnWell = trouble.length === 0 && names('ok').length === functions.length;
  const own = isOwnWell ? [isWatched ? phrases.ownWellAgain : phrases.ownUnseen] : [];
  return [...trouble, ...own, ...total, ...unknown, ...works];
}

function isOver({ phase }: FactsSource, troubles: readonly Trouble[]): boolean {
  return phase === 'resolved' && troubles.length === 0;
}
