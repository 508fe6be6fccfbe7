import { describe, expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { aContext, anActor } from '@/lib/testing/an-actor';
import { recorded } from '@/lib/testing/an-incident';
import type { RecordedEvent } from '../contents';
import { describeEvent, sayEvent } from '../describe-event';
import { evolve } from '../evolve';
import { openRecord } from '../triage/open-record';
import type { RowHolder } from './row-holding';

const catalogue = aCatalogue({ services: [...aCatalogue().services, aService('redis'), aService('broker')] });
const camille = anActor('commander', 'Camille');
const statuses = { store: 'down', redis: 'degraded', broker: 'unknown' } as const;

/** The declaration while the store is down, Redis degraded and the broker unknown. */
function declared(services: string[], holders: RowHolder[] = []): RecordedEvent {
  const { situation } = aCommsLookup({ catalogue, statuses });
  const seen = { ...situation, sentence: 'Uploads fail.', targets: [{ name: 'API blue', status: 'ok' as const }] };
  const context = { ...aContext(camille), number: 'INC-2026-0001', catalogue, looked: { situation: seen, holders } };
  const decision = openRecord(null, { title: 'Uploads fail', services }, context);
  if (!decision.ok) throw new Error(decision.rejection.code);
  const [event] = recorded(decision.events, camille);
  if (!event) throw new Error('no event');
  return event;
}
const rowsOf = (event: RecordedEvent) =>
  event.type === 'incident.declared' ? event.data.situation?.rows.map(({ serviceId }) => serviceId) : null;

describe('[I25] what was known at the declaration', () => {
  it('is the rows that it names, well or not', () => {
    expect(rowsOf(declared(['store', 'api']))).toEqual(['api', 'store']);
  });

  it('is every row that is not well and that nobody else holds, when it names none', () => {
    expect(rowsOf(declared([]))).toEqual(['store', 'redis', 'broker']);
    expect(rowsOf(declared([], [{ number: 'INC-2026-0002', services: ['redis'] }]))).toEqual(['store', 'broker']);
  });

  it('stands in the entry of the declaration, in words', () => {
    const { lead, rest, detail } = describeEvent(declared(['store']));
    expect(`${lead}${rest}`).toBe('declared SEV-2: Uploads fail');
    expect(detail).toBe(
      'Matrix: Uploads fail.\n- store is down since 2026-11-22 11:58 UTC: store fails\n- Targets: API blue ok',
    );
  });

  it('is left out where the fact is told in one sentence', () => {
    expect(sayEvent(declared(['store']))).toBe('Camille declared SEV-2: Uploads fail');
  });

  it('is absent where nobody looked', () => {
    const context = { ...aContext(camille), number: 'INC-2026-0001', catalogue };
    const decision = openRecord(null, { title: 'x' }, context);
    expect(decision).toMatchObject({ ok: true });
    expect(decision.ok && decision.events[0]?.data).not.toHaveProperty('situation');
  });
});

describe('[N9] what an incident was declared about', () => {
  const troubled = (services: string[]) => evolve(null, declared(services)).incident.troubled;

  it('was its trouble also where nothing was known of it, once it is named', () => {
    expect(troubled(['broker'])).toEqual(['broker']);
    expect(troubled(['store', 'api'])).toEqual(['store']);
    expect(troubled([])).toEqual(['store', 'redis']);
  });
});

describe('[I12] a milestone reads as a person wrote it', () => {
  const set = (milestone: 'acknowledged' | 'impactStarted', at: string, from: string | null = null) => {
    const [event] = recorded([{ type: 'incident.milestone_set', data: { milestone, at, from } }], camille);
    return event && sayEvent(event);
  };
  it.each([
    [set('acknowledged', '2026-11-22T11:43:00.000Z'), 'Camille acknowledged the alert at 11:43 UTC'],
    [set('impactStarted', '2026-11-21T23:50:00.000Z'), 'Camille noted the impact from 2026-11-21 23:50 UTC'],
    [
      set('acknowledged', '2026-11-22T11:43:00.000Z', '2026-11-22T11:40:00.000Z'),
      'Camille corrected acknowledged to 11:43 UTC, was 11:40 UTC',
    ],
  ])('%s', (said, words) => expect(said).toBe(words));
});
