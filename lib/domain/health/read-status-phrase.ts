import { foldWords } from './fold-words';
import type { ComponentStatus } from './health';
import { lookUpFoldedWord, readStatusWord } from './read-status-word';

const NEGATIONS = new Set(
  'not no non never without sans pas ne n nicht kein keine keinen ohne nao nem aucun aucune zero 0 sin senza isnt cannot'.split(
    ' ',
  ),
);
/** Too common in sentences to carry a status there, though alone they do. */
const ONLY_ALONE = new Set(
  'working good fine on off no non none yes oui ja nein aus true false null na n a hs ko live current normal bad minor major complete done attention limited safe initial created bon bonne bien gut no ar valid invalid missing active sim nao en cours'.split(
    ' ',
  ),
);
const WORST_FIRST: readonly ComponentStatus[] = ['down', 'degraded', 'unknown', 'disabled', 'ok'];
const LONGEST_TERM = 4;
const LONGEST_PHRASE = 14;

function isNegated(words: readonly string[], at: number): boolean {
  return NEGATIONS.has(words[at - 1] ?? '') || NEGATIONS.has(words[at - 2] ?? '');
}

function negate(status: ComponentStatus): ComponentStatus {
  return status === 'down' || status === 'degraded' || status === 'disabled' ? 'ok' : 'down';
}

function longestTermAt(words: readonly string[], at: number): { status: ComponentStatus; length: number } | null {
  for (let length = Math.min(LONGEST_TERM, words.length - at); length > 0; length--) {
    const term = words.slice(at, at + length).join(' ');
    const status = lookUpFoldedWord(term);
    if (!status || ONLY_ALONE.has(term)) continue;
    if (term === 'up' && words.length > 5) continue;
    return { status, length };
  }
  return null;
}

function scan(words: readonly string[]): ComponentStatus | null {
  const found = new Set<ComponentStatus>();
  for (let at = 0; at < words.length; ) {
    const term = longestTermAt(words, at);
    if (term) found.add(isNegated(words, at) ? negate(term.status) : term.status);
    at += term?.length ?? 1;
  }
  return WORST_FIRST.find((status) => found.has(status)) ?? null;
}

/** The part before the first colon, dash, bracket or line end: in "error: database is locked" the word that judges. */
function leadingPart(text: string): string {
  return text.split(/[:(,;|\n!]| [-–—] |\. /, 1)[0] ?? '';
}

/**
 * Reads a short sentence ("Service is healthy", "unavailable: something went wrong", "200 OK"). The leading words decide when
 * they are a status; otherwise the worst status named in at most 14 words, negations turned round ("not yet ready", "no errors").
 * Null when nothing is said. One identifier-like word ("gemini-live") is never read as good.
 */
export function readStatusPhrase(text: string): ComponentStatus | null {
  const exact = readStatusWord(text) ?? readStatusWord(leadingPart(text.slice(0, 200)));
  if (exact) return exact;
  const words = foldWords(text.slice(0, 400)).split(' ');
  if (words.length > LONGEST_PHRASE) return readLeadingPhrase(text);
  const status = scan(words);
  const isOneToken = !/\s/.test(text.trim());
  if (isOneToken && status === 'ok' && !/^(?:check_?result|health|status|state|service)[_-]/i.test(text)) return null;
  return status;
}

function readLeadingPhrase(text: string): ComponentStatus | null {
  const words = foldWords(leadingPart(text.slice(0, 200))).split(' ');
  return words.length > LONGEST_PHRASE ? null : scan(words);
}
