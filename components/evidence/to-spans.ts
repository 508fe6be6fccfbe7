import { maskMark } from '@/lib/domain/evidence/reading';

/** A piece of a line that looks the same throughout. */
export interface Span {
  /** Where it begins; counts characters of the line without its colours. */
  at: number;
  text: string;
  className: string;
}

/** A piece of a line and its colour, as the late part of the viewer reads them from terminal codes. */
export interface Coloured {
  text: string;
  className: string;
}

interface Stretch {
  from: number;
  to: number;
  className: string;
}

const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What cannot be seen, or would turn the text around, is spelt out; tabs stay. */
export function visible(text: string): string {
  return text.replace(
    UNSEEN,
    (mark) => `‹U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
}

function masksOf(text: string): Stretch[] {
  return [...text.matchAll(maskMark)].map(({ index, 0: mark }) => ({
    ...{ from: index, to: index + mark.length },
    className: 'ev-mask',
  }));
}

function hitsOf(text: string, words: string, isExact: boolean): Stretch[] {
  if (words === '') return [];
  const [inside, sought] = isExact ? [text, words] : [text.toLowerCase(), words.toLowerCase()];
  // Some characters change their length with their case; then places would be wrong.
  if (inside.length !== text.length) return [];
  const hits: Stretch[] = [];
  for (
    let from = inside.indexOf(sought);
    from !== -1 && hits.length < 200;
    from = inside.indexOf(sought, from + sought.length)
  )
    hits.push({ from, to: from + sought.length, className: 'ev-hit' });
  return hits;
}

function stretchesOf(parts: readonly Coloured[]): Stretch[] {
  let from = 0;
  return parts.map(({ text, className }) => {
    const stretch = { from, to: from + text.length, className };
    from = stretch.to;
    return stretch;
  });
}

/** A line in pieces: its colours, its masks, and what was looked for. Only ever text and names of classes. */
export function toSpans(parts: readonly Coloured[], words: string, isExact: boolean): Span[] {
  const text = parts.map((part) => part.text).join('');
  const stretches = [...stretchesOf(parts), ...masksOf(text), ...hitsOf(text, words, isExact)];
  const edges = [...new Set([0, text.length, ...stretches.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((at, place) => {
    const end = edges[place + 1] ?? text.length;
    const over = stretches.filter(({ from, to, className }) => className !== '' && from <= at && to >= end);
    return { at, text: visible(text.slice(at, end)), className: over.map(({ className }) => className).join(' ') };
  });
}
