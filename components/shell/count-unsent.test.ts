import { expect, it } from 'vitest';
import { countUnsent } from './count-unsent';

it('counts what is not sent by kind, in words', () => {
  expect(countUnsent([])).toBe('');
  expect(countUnsent(['timeline.add_note'])).toBe('1 note');
  expect(countUnsent(['triage.tick', 'triage.untick', 'timeline.add_note'])).toBe('2 ticks and 1 note');
  expect(countUnsent(['incident.raise_severity', 'incident.take_command', 'triage.tick', 'timeline.add_note'])).toBe(
    '2 changes, 1 tick and 1 note',
  );
});
