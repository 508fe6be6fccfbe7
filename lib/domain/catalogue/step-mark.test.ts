import { describe, expect, it } from 'vitest';
import { hasMark, readStep } from './step-mark';

describe('the mark of a gated step', () => {
  it.each([
    ['Restart {gate: mitigation, needs: [api-log, pg-activity]}', 'Restart', ['api-log', 'pg-activity']],
    ['Restart {gate: mitigation}', 'Restart', []],
    ['Restart { gate : mitigation , needs : [ api-log ] } ', 'Restart', ['api-log']],
    ['Restart {gate: mitigation, needs: []}', 'Restart', []],
    ['{gate: mitigation}', '', []],
  ])('%s', (text, title, needs) => {
    expect(readStep(text)).toEqual({ ok: true, title, mark: { gate: 'mitigation', needs } });
  });

  it.each(['Open {incident}', 'Say {} and {date}', `Run $\{incident} now`, 'Nothing at all'])(
    'is not in “%s”',
    (text) => {
      expect(readStep(text)).toEqual({ ok: true, title: text, mark: null });
    },
  );

  it.each([
    ['Restart {needs: [api-log]}', /^a gate beside needs/],
    ['Restart {gate: repair}', /^gate: mitigation, the only gate/],
    ['Restart {gate: mitigation, need: [api-log]}', /^a mark such as/],
    ['Restart {gate: mitigation, needs: api-log}', /^a mark such as/],
    ['Restart {gate: mitigation} now', /at the end of the step$/],
    ['Restart {gate: mitigation} {gate: mitigation}', /at the end of the step$/],
    ['Restart {owner: sre}', /^a mark such as/],
  ])('%s is refused', (text, expected) => {
    expect(readStep(text)).toEqual({ ok: false, expected: expect.stringMatching(expected) });
  });

  it('is noticed in words that are no step', () => {
    expect(hasMark('Then {gate: mitigation}.')).toBe(true);
    expect(hasMark('Then {incident}.')).toBe(false);
  });
});
