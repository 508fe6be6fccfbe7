import { describe, expect, it } from 'vitest';
import { readIncidentsQuestion } from './read-incidents-question';

const read = (query: string) => readIncidentsQuestion(new URLSearchParams(query));

describe('a question for incidents', () => {
  it('is read from the address; what is empty is left out', () => {
    const query = 'status=open&severity=&q=+disk+full+&from=2026-11-01&to=2026-11-30&postmortem=overdue&limit=10';
    expect(read(query)).toEqual({
      ok: true,
      question: {
        limit: 10,
        filter: {
          ...{ status: 'open', q: 'disk full', postmortem: 'overdue' },
          ...{ from: '2026-11-01T00:00:00.000Z', before: '2026-12-01T00:00:00.000Z' },
        },
      },
    });
  });

  it.each([
    ['status=over', /^status: expected open, investigating/],
    ['limit=0', /^limit: expected 1 to 200/],
    ['limit=1.5', /^limit/],
    ['cursor=7', /^cursor/],
    ['from=yesterday', /^from/],
    ['from=2026-02-30', /^from/],
    ['from=2026-11-22T03:00:00', /^from/],
    ['from=2026-11-23&to=2026-11-22', /^to: expected a time after from/],
    ['postmortem=late', /^postmortem: expected owed, overdue, done/],
    ['severity=%27%3B--', /^severity/],
    ['service=%00', /^service/],
    [`q=${'x'.repeat(301)}`, /^q: expected at most 300/],
    ['status=over&limit=0', /^status.*; limit/],
  ])('%s names the parameter that is wrong', (query, problem) => {
    expect(read(query)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
  });
});
