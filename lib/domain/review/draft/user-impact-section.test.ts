import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import type { DomainEvent, RecordedEvent } from '../../contents';
import { evolve } from '../../evolve';
import type { DeclaredSituation } from '../../incident/incident';
import type { RecordState } from '../../record-state';
import { userImpactSection } from './user-impact-section';

const camille = anActor('commander', 'Camille');
const down = { name: 'Store', status: 'down', since: '2026-11-22T11:50:00.000Z', users: 'No uploads' } as const;
const situation: DeclaredSituation = {
  ...{ sentence: 'Uploads fail.', targets: [] },
  rows: [{ serviceId: 'store', ...down }],
};
const changed = (serviceId: string, to: 'ok' | 'down', at: string): DomainEvent => ({
  type: 'timeline.service_changed',
  data: { serviceId, name: serviceId, from: to === 'ok' ? 'down' : 'ok', to, users: '', instances: [] },
  at: `2026-11-22T${at}:00.000Z`,
});

/** The section of an incident that was declared with these services. */
function sectionOf(services: string[], seen: DeclaredSituation | undefined, ...facts: DomainEvent[]): string {
  const [opened] = anIncident({ by: camille }).events;
  if (opened?.type !== 'incident.declared') throw new Error('not declared');
  const declared: RecordedEvent = { ...opened, data: { ...opened.data, services, situation: seen } };
  const events = [declared, ...recorded(facts, camille, 2)];
  const state = events.reduce<RecordState | null>(evolve, null);
  if (!state) throw new Error('no state');
  const source = { state, events, catalogue: null, nowMs: Date.parse('2026-11-22T14:00:00.000Z') };
  return userImpactSection(source, { mostTyped: 900, mostEntries: 9 });
}
const changes = [changed('store', 'ok', '12:20'), changed('redis', 'down', '12:30')];

describe('[R5] what users felt', () => {
  it('begins with how its rows stood when it was declared, and leaves out what others hold', () => {
    expect(sectionOf(['store'], situation, ...changes)).toBe(
      [
        'Users felt it from 2026-11-22 11:50 UTC.',
        '',
        '- 2026-11-22 11:50 UTC Store is down at the declaration: No uploads (for 30 min)',
        '- 2026-11-22 12:20 UTC Camille store is ok again',
      ].join('\n'),
    );
  });

  it('counts every row when it names none', () => {
    expect(sectionOf([], undefined, ...changes)).toContain('redis went down (no end recorded)');
  });

  it('says so when the record has nothing', () => {
    expect(sectionOf(['store'], undefined)).toBe('The record has no change of a service. Write what users felt.');
  });
});
