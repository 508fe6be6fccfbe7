import { describe, expect, it } from 'vitest';
import { readColours } from './read-colours';
import { toSpans, visible } from './to-spans';

const plain = (text: string) => [{ text, className: '' }];

describe('a line of a log in pieces', () => {
  it('maps colours of a terminal to classes, and drops its other codes', () => {
    const line = '\u001b[1;31mERROR\u001b[0m disk \u001b[38;2;1;2;3mfull\u001b[2J\u001b[5A now';
    expect(readColours(line)).toEqual([
      { text: 'ERROR', className: 'ev-red ev-bold' },
      { text: ' disk ', className: '' },
      { text: 'full', className: '' },
      { text: ' now', className: '' },
    ]);
  });

  it.each([
    '\u001b[31m<img src=x onerror=alert(1)>',
    '\u001b]8;;javascript:alert(1)\u0007click\u001b]8;;\u0007',
    '\u001b[31" onmouseover="alert(1)m x',
    '\u001b[38;5;999999999m\u001b[;;;;;;m',
    `\u001b[${'1;'.repeat(20_000)}m`,
  ])('of %j makes text and known classes only', (line) => {
    for (const { className } of readColours(line)) expect(className).toMatch(/^(ev-[a-z]+ ?)*$/);
  });

  it('marks masks and what was looked for, across colours', () => {
    const spans = toSpans(
      [
        { text: 'pass', className: 'ev-red' },
        { text: 'word=‹masked: password› ok', className: '' },
      ],
      'WORD',
      false,
    );
    expect(spans.map(({ text, className }) => [text, className])).toEqual([
      ['pass', 'ev-red'],
      ['word', 'ev-hit'],
      ['=', ''],
      ['‹masked: pass', 'ev-mask'],
      ['word', 'ev-mask ev-hit'],
      ['›', 'ev-mask'],
      [' ok', ''],
    ]);
    expect(toSpans(plain('Word word'), 'word', true).filter(({ className }) => className !== '')).toHaveLength(1);
  });

  it('shows what cannot be seen, and what would turn the text around', () => {
    expect(visible('a\0b\rc\u001bd\u202egnp.exe\tx\u009b')).toBe(
      'a‹U+0000›b‹U+000D›c‹U+001B›d‹U+202E›gnp.exe\tx‹U+009B›',
    );
  });

  it('keeps every character of the line', () => {
    const text = 'x ‹masked: a› y';
    expect(
      toSpans(plain(text), 'a', false)
        .map((span) => span.text)
        .join(''),
    ).toBe(text);
    expect(toSpans(plain(''), 'a', false)).toEqual([]);
  });
});
