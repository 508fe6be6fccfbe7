import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anIncident } from '@/lib/testing/an-incident';
import type { IncidentState } from './incident';
import { responseClock } from './response-clock';

const { severities, calendar } = aCatalogue();
const declared = Date.parse('2026-11-20T15:00:00.000Z');

// A Friday afternoon in Paris.
function incident(severity: string, acknowledged?: string): IncidentState {
  const { incident: known } = anIncident().state;
  const declaredAt = new Date(declared).toISOString();
  return {
    ...known,
    severity,
    declaredAt,
    milestones: { declared: declaredAt, ...(acknowledged && { acknowledged }) },
  };
}

const clock = (state: IncidentState, afterMinutes: number, zone = 'Europe/Paris') =>
  responseClock(state, severities, { ...calendar, zone }, declared + afterMinutes * 60_000);

describe('[C1] the response clock', () => {
  it('runs until the time of the severity has passed, and is overdue after it', () => {
    expect(clock(incident('SEV-1'), 15)).toEqual({ dueAt: '2026-11-20T15:15:00.000Z', metAt: null, state: 'running' });
    expect(clock(incident('SEV-1'), 15.01)?.state).toBe('overdue');
  });

  it('counts from the declaration also after a change of severity', () => {
    expect(clock(incident('SEV-2'), 20)).toMatchObject({ dueAt: '2026-11-20T15:30:00.000Z', state: 'running' });
    expect(clock(incident('SEV-1'), 20)).toMatchObject({ dueAt: '2026-11-20T15:15:00.000Z', state: 'overdue' });
  });

  it('is met by acknowledging in time, also before the declaration, and late after it', () => {
    expect(clock(incident('SEV-2', '2026-11-20T15:30:00.000Z'), 600)?.state).toBe('met');
    expect(clock(incident('SEV-2', '2026-11-20T14:55:00.000Z'), 600)?.state).toBe('met');
    expect(clock(incident('SEV-2', '2026-11-20T15:30:00.001Z'), 600)?.state).toBe('late');
  });

  it('is the same for everybody: another moment of looking changes only whether it runs', () => {
    expect(clock(incident('SEV-1'), 1)?.dueAt).toBe(clock(incident('SEV-1'), 9_999)?.dueAt);
  });

  it.each([
    ['Europe/Paris', '2026-11-23T17:00:00.000Z'],
    ['America/New_York', '2026-11-23T23:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-11-23T07:00:00.000Z'],
  ])('[C2] is due at the end of the next business day over the weekend, in %s', (zone, dueAt) => {
    expect(clock(incident('SEV-3'), 0, zone)?.dueAt).toBe(dueAt);
  });

  it('is none for a severity that the catalogue no longer knows', () => {
    expect(clock(incident('SEV-9'), 0)).toBeNull();
  });
});
