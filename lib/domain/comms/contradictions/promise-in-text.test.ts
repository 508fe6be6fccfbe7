import { describe, expect, it } from 'vitest';
import { readPromise, writePromise } from './promise-in-text';

const zone = 'Europe/Paris';
const now = Date.parse('2026-11-28T10:05:00.000Z');

describe('[M16] the promise in a text', () => {
  it.each([
    ['Next update by 2026-11-28 10:20 UTC.', '2026-11-28T10:20:00.000Z'],
    ['The next update comes by 11:20.', '2026-11-28T10:20:00.000Z'],
    ['Prochaine mise à jour avant le 28 novembre 2026 à 10h20 UTC.', '2026-11-28T10:20:00.000Z'],
    ['Next update by 00:10 UTC.', '2026-11-28T00:10:00.000Z'],
    ['We work on it.', null],
    ['Since 10:20 UTC.', null],
  ])('“%s” is read', (text, at) => {
    expect(readPromise(text, zone, now)?.at ?? null).toBe(at);
  });

  it('just after midnight means the day that is near', () => {
    const late = Date.parse('2026-11-28T23:50:00.000Z');
    expect(readPromise('Next update by 00:10 UTC.', zone, late)?.at).toBe('2026-11-29T00:10:00.000Z');
  });

  it.each([
    ['A. Next update by 2026-11-28 10:20 UTC. B 9:10.', 'A. Next update by 2026-11-28 10:50 UTC. B 9:10.'],
    ['The next update comes by 11:20.', 'The next update comes by 11:50.'],
    ['Prochain point à 10h20 UTC', 'Prochain point à 10h50 UTC'],
    ['We work on it.', 'We work on it.'],
  ])('“%s” takes another time as “%s”', (text, after) => {
    expect(writePromise(text, zone, '2026-11-28T10:50:00.000Z')).toBe(after);
  });
});
