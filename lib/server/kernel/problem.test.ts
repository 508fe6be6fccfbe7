import { describe, expect, it } from 'vitest';
import { explainRejection } from '@/lib/domain/kernel/explain-rejection';
import type { Rejection } from '@/lib/domain/kernel/rejection';
import { problemResponse, problems, statusOfRejection } from './problem';

const rejections: [Rejection, number][] = [
  [{ code: 'not_allowed', action: 'incident.declare', needs: 'responder' }, 403],
  [{ code: 'incident_not_found' }, 404],
  [{ code: 'incident_closed', number: 'INC-2026-0001' }, 409],
  [{ code: 'unknown_severity', asked: 'SEV-9', known: ['SEV-1', 'SEV-2'] }, 422],
  [{ code: 'severity_not_higher', current: 'SEV-1', asked: 'SEV-2' }, 409],
  [{ code: 'severity_not_lower', current: 'SEV-2', asked: 'SEV-1' }, 409],
  [{ code: 'severity_changed', expected: 'SEV-2', current: 'SEV-1' }, 409],
  [{ code: 'unknown_service', asked: 'minio' }, 422],
  [{ code: 'unknown_checklist_item', checklistId: 'a', itemId: 'b' }, 422],
  [{ code: 'time_in_future', occurredAt: '2026-11-22T04:00:00.000Z', now: '2026-11-22T03:00:00.000Z' }, 422],
];

describe('a problem document', () => {
  it.each(Object.values(problems))(
    '$code has status, title and trace id, is never kept, and is RFC 9457',
    async (problem) => {
      const response = problemResponse(problem, 'trace');
      expect(response.status).toBe(problem.status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const body = await response.json();
      expect(body).toMatchObject({
        type: 'about:blank',
        status: problem.status,
        code: problem.code,
        title: problem.title,
        traceId: 'trace',
      });
      expect(body).not.toHaveProperty('retryAfterSeconds');
    },
  );

  it('says when to try again when that helps', () => {
    expect(problemResponse(problems.databaseTrouble, 't').headers.get('retry-after')).toBe('1');
    expect(problemResponse(problems.bug, 't').headers.get('retry-after')).toBeNull();
  });

  it('[A24] of a bug carries nothing but that there was one', async () => {
    const body = await problemResponse(problems.bug, 'trace').json();
    expect(Object.keys(body).toSorted()).toEqual(['code', 'status', 'title', 'traceId', 'type']);
  });
});

describe('a rejection', () => {
  it.each(rejections)('%j has its status and words', (rejection, status) => {
    expect(statusOfRejection(rejection)).toBe(status);
    const words = explainRejection(rejection);
    expect(words).toMatch(/^[A-Z0-9].*[.]$/);
    expect(words).not.toMatch(/undefined|\[object/);
  });

  it('[I7] for a stale severity tells both values', () => {
    expect(explainRejection({ code: 'severity_changed', expected: 'SEV-2', current: 'SEV-1' })).toMatch(/SEV-2.*SEV-1/);
  });
});
