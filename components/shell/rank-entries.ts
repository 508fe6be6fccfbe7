import type { PaletteEntry } from './palette-entries';

type Ranked = Pick<PaletteEntry, 'label' | 'group' | 'keywords' | 'isView'>;

/** How well an entry fits, best first; a change that fits no better than `weakChange` never comes before a view. */
const fits = { labelStart: 0, viewLabel: 1, changeWords: 2, viewKeywords: 3, weakChange: 4 };

/** The words of a text as they are compared: lower case, without accents and marks. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

// Fewer letters begin too many labels to say which change is meant.
const fewestLetters = 3;

/** Null when a typed word begins none of the entry's words. */
function fitOf({ label, group, keywords = '', isView = false }: Ranked, typed: readonly string[]): number | null {
  const ofLabel = wordsOf(label);
  const all = [...ofLabel, ...wordsOf(`${group} ${keywords}`)];
  const beginsOneOf = (words: readonly string[]) => typed.every((word) => words.some((one) => one.startsWith(word)));
  if (!beginsOneOf(all)) return null;
  const isLong = typed.join('').length >= fewestLetters;
  const isStart = ofLabel.join(' ').startsWith(typed.join(' '));
  if (isStart && (isView || isLong)) return fits.labelStart;
  if (isView) return beginsOneOf(ofLabel) ? fits.viewLabel : fits.viewKeywords;
  const isWhole = isLong && typed.every((word) => ofLabel.includes(word));
  return isWhole ? fits.changeWords : fits.weakChange;
}

/**
 * The entries that fit what is typed, best first. Every typed word has to begin a word of the label or the keywords. A
 * label counts more than keywords, and what only shows something comes before what changes the record.
 * `search` is what is offered besides; no change that fits weakly comes before it.
 */
export function rankEntries<Entry extends Ranked>(entries: readonly Entry[], query: string, search: Entry): Entry[] {
  const typed = wordsOf(query);
  if (typed.length === 0) return [...entries];
  const exact = typed.join(' ');
  const ranked = entries.flatMap((entry, place) => {
    const fit = fitOf(entry, typed);
    if (fit === null) return [];
    const label = wordsOf(entry.label);
    const start = label.findIndex((word) => word.startsWith(typed[0] ?? ''));
    const isExact = label.join(' ') === exact;
    return [{ entry, place, start, fit: isExact ? -1 : fit, isView: entry.isView === true }];
  });
  const inOrder = ranked.toSorted(
    (a, b) => a.fit - b.fit || Number(b.isView) - Number(a.isView) || a.start - b.start || a.place - b.place,
  );
  const entryOf = ({ entry }: { entry: Entry }) => entry;
  return [
    ...inOrder.filter(({ fit }) => fit < fits.weakChange).map(entryOf),
    search,
    ...inOrder.filter(({ fit }) => fit === fits.weakChange).map(entryOf),
  ];
}
