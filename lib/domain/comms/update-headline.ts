import type { CommsWords } from '../catalogue/comms-guide';
import type { LiveSituation } from '../incident/record-context';
import { phrasesOf } from './update-phrases';

const mostCharacters = 120;
const mostNames = 3;

export interface HeadlineSource {
  platform: string;
  words: CommsWords;
  /** Those that its rows break, and those that work. */
  functions: LiveSituation['functions'];
  /** True while nothing that users do works. */
  isTotal: boolean;
  /** True while a row is in trouble, felt or not. */
  hasTrouble: boolean;
  /** The name that the incident has in public already; null before the first update. */
  previous: string | null;
}

/** The incident's name in public, at most 120 characters: the one it has already, else what fails worst (rule M20). */
export function updateHeadline({ platform, words, functions, isTotal, hasTrouble, previous }: HeadlineSource): string {
  if (previous) return previous;
  const { headline } = phrasesOf(words.language);
  const called = (status: 'down' | 'degraded') =>
    functions.filter((one) => one.status === status).map(({ id, name }) => words.functions[id]?.inSentence ?? name);
  const down = called('down');
  const degraded = called('degraded');
  const platformName = shorten(platform, 80);
  if (isTotal) return headline.total(platformName);
  if (down.length > 0) return upperFirst(headline.down(joinSome(down, words)));
  if (degraded.length > 0) return upperFirst(headline.degraded(joinSome(degraded, words)));
  return hasTrouble ? headline.unfelt : headline.possible(platformName);
}

/** As many names as a headline has room for, and how many more there are. */
function joinSome(names: readonly string[], { language }: CommsWords): string {
  const phrases = phrasesOf(language);
  const room = mostCharacters - 30;
  for (let count = Math.min(names.length, mostNames); count > 0; count -= 1) {
    const rest = names.length - count;
    const text = phrases.and([...names.slice(0, count), ...(rest > 0 ? [phrases.andMore(rest)] : [])]);
    if (text.length <= room || count === 1) return shorten(text, room);
  }
  return '';
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
