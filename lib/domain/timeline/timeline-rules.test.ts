import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, anIncidentAfter } from '@/lib/testing/an-incident';
import { outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import type { DomainEvent } from '../contents';

const commander = anActor('commander', 'Camille');
const responder = anActor('responder', 'Rafael');
const entry = (by: typeof commander, type = 'timeline.note_added') => ({ entry: { seq: 7, type, by } });
const better = { seq: 7, text: 'better' };
const { state } = anIncident({ by: commander });

describe('[L2] [L3] what was typed', () => {
  it('is corrected by its author and by a commander, not by others', () => {
    expect(outcomeOn(state, 'timeline.correct', better, serverContext(responder, entry(responder)))).toBe('applied');
    expect(outcomeOn(state, 'timeline.correct', better, serverContext(commander, entry(responder)))).toBe('applied');
    expect(outcomeOn(state, 'timeline.correct', better, serverContext(responder, entry(commander)))).toBe(
      'not_your_entry',
    );
  });

  it('is annotated by anybody who may write; what the console recorded is only annotated', () => {
    const machine = entry(commander, 'incident.declared');
    expect(outcomeOn(state, 'timeline.correct', better, serverContext(commander, machine))).toBe('not_correctable');
    expect(outcomeOn(state, 'timeline.annotate', better, serverContext(responder, machine))).toBe('applied');
    expect(outcomeOn(state, 'timeline.annotate', better, serverContext(responder, { entry: null }))).toBe(
      'unknown_entry',
    );
  });
});

describe('[L4] pins', () => {
  it('are set and taken away once, thirty at most', () => {
    const pinned = recordAfter(state, 'timeline.pin', { seq: 7 }, serverContext(responder));
    expect(pinned.timeline.pins).toEqual([7]);
    expect(outcomeOn(pinned, 'timeline.pin', { seq: 7 }, serverContext(responder))).toBe('noop');
    expect(recordAfter(pinned, 'timeline.unpin', { seq: 7 }, serverContext(responder)).timeline.pins).toEqual([]);
    const pins = Array.from(
      { length: 30 },
      (_, n): DomainEvent => ({ type: 'timeline.entry_pinned', data: { seq: n + 1 } }),
    );
    const full = anIncidentAfter(commander, ...pins);
    expect(outcomeOn(full, 'timeline.pin', { seq: 99 }, serverContext(responder))).toBe('too_many');
  });
});

describe('the last facts', () => {
  it('are cut between characters, wherever the cut falls', () => {
    for (let before = 180; before < 200; before += 1) {
      const text = `${'x'.repeat(before)}${'😀'.repeat(200)}`;
      const { recent } = anIncidentAfter(commander, { type: 'timeline.note_added', data: { text } }).timeline;
      expect(recent.at(-1)?.words.isWellFormed()).toBe(true);
    }
  });

  it('are the newest five, in plain words, cut where they are long', () => {
    const notes = Array.from(
      { length: 7 },
      (_, n): DomainEvent => ({ type: 'timeline.note_added', data: { text: `${n} ${'x'.repeat(300)}` } }),
    );
    const { recent } = anIncidentAfter(commander, ...notes).timeline;
    expect(recent).toHaveLength(5);
    expect(recent[4]?.words).toMatch(/^Camille: 6 x+…$/);
    expect(recent[4]?.words.length).toBe(200);
  });
});
