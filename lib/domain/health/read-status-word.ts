import { foldWords } from './fold-words';
import type { ComponentStatus } from './health';
import { english } from './vocabulary/english';
import { french } from './vocabulary/french';
import { german } from './vocabulary/german';
import { romance } from './vocabulary/romance';

const STATUSES: readonly ComponentStatus[] = ['ok', 'degraded', 'down', 'disabled', 'unknown'];

function collectWords(): Map<string, ComponentStatus> {
  const words = new Map<string, ComponentStatus>();
  for (const list of [english, french, german, romance]) {
    for (const status of STATUSES) {
      // English was first: where two languages disagree on a word, the earlier list keeps it.
      for (const word of list[status].split(',')) if (!words.has(word.trim())) words.set(word.trim(), status);
    }
  }
  return words;
}

const WORDS = collectWords();

/** Looks up words that are already folded (see `foldWords`); null when they are no status in any language. */
export function lookUpFoldedWord(folded: string): ComponentStatus | null {
  return WORDS.get(folded) ?? null;
}

/**
 * Reads a text that is a status word and nothing else ("UP", "not_configured", "nicht erreichbar"). Whole words only, so
 * "unhealthy" is never taken for "healthy" and a misspelled word is null, not a guess.
 */
export function readStatusWord(text: string): ComponentStatus | null {
  return text.length > 80 ? null : lookUpFoldedWord(foldWords(text));
}

const ELSEWHERE_USED = new Set(
  (
    'on off yes no none true false enabled live normal stable current active primary leader standby idle complete completed done started ' +
    'safe clean minor major partial red green yellow orange valid configured loaded oui non ja nein aus sim nao limited reduced ' +
    'verified initial created missing mock simulated'
  ).split(' '),
);

/** True for words that are as often a setting as a status ("enabled", "stable"); beside an unfamiliar key they prove nothing. */
export function isAmbiguousWord(text: string): boolean {
  return ELSEWHERE_USED.has(foldWords(text));
}
