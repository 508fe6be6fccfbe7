import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenText } from './shorten-text';

describe('[M1] a text that is too long', () => {
  it('is cut after a sentence, and marked', () => {
    expect(shortenText('Uploads fail. Payments are slow. Search works.', 40)).toBe(
      'Uploads fail. Payments are slow. …',
    );
  });

  it('is cut after a word where a sentence would be too little', () => {
    expect(shortenText('No. And then there was a very long sentence indeed.', 30)).toBe('No. And then there was a …');
  });

  it('never is longer than allowed, and never is cut inside of a word', () => {
    const text = fc.oneof(fc.lorem({ mode: 'sentences', maxCount: 8 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 200 }), (whole, most) => {
        const short = shortenText(whole, most);
        expect(short.length).toBeLessThanOrEqual(Math.max(most, 1));
        if (short === whole || short === '…') return;
        const kept = short.slice(0, -2);
        expect(short).toBe(`${kept} …`);
        expect(whole.startsWith(kept)).toBe(true);
        expect(whole.slice(kept.length)).toMatch(/^\s/);
      }),
    );
  });
});
