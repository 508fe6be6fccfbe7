import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import type { DomainEvent } from '../contents';
import type { RowHolder } from '../incident/row-holding';
import { type NowFacts, nowLine } from './now-line';
import type { LiveService } from './rank-classes';

const camille = anActor('commander', 'Camille');
const catalogue = aCatalogue();
type Status = LiveService['status'];

const acknowledged: DomainEvent = {
  type: 'incident.milestone_set',
  data: { milestone: 'acknowledged', at: '2026-11-22T12:00:05.000Z', from: null },
};
const ticked: DomainEvent = {
  type: 'triage.item_ticked',
  data: { checklistId: 'first-five-minutes', itemId: 'acknowledge', title: 'Do acknowledge' },
};
const mitigated: DomainEvent = { type: 'incident.mitigated', data: { from: 'investigating', how: 'Restarted' } };
const unnamed: DomainEvent = {
  type: 'incident.services_changed',
  data: { added: [], removed: [{ id: 'store', name: 'store' }] },
};
const changed = (serviceId: string, from: Status, to: Status): DomainEvent => ({
  type: 'timeline.service_changed',
  data: { serviceId, name: serviceId, from, to, users: '', instances: [] },
});

/** The line of an acknowledged incident about the store while the rows are so. */
function lineOf(events: DomainEvent[], statuses: Record<string, Status>, holders: RowHolder[] = []) {
  const { incident, triage, evidence } = anIncidentAfter(camille, ticked, acknowledged, ...events);
  const live = Object.entries(statuses).map(([id, status]) => ({ id, name: id, status }));
  const facts: NowFacts = {
    ...{ incident, triage, evidence, live, holders, actor: camille, nowMs: Date.UTC(2026, 10, 22, 12, 1) },
    ...{ escalation: catalogue.escalation, recipes: [], classes: [], clock: null },
    ...{ proposal: null, updateDue: null, postmortemDueAt: null, silentSince: null },
  };
  return nowLine(facts);
}
const redisHeld = [{ number: 'INC-2026-0002', services: ['redis'] }];

describe('[N7] broken again', () => {
  it('counts the rows that it names, and without a name all that no other incident holds', () => {
    expect(lineOf([mitigated], { store: 'ok', redis: 'down' }).rule).toBe('N15');
    expect(lineOf([mitigated], { store: 'down' }).rule).toBe('N7');
    expect(lineOf([unnamed, mitigated], { store: 'ok', redis: 'down' })).toMatchObject({
      rule: 'N7',
      say: 'redis is down again. Go back to investigating.',
    });
    expect(lineOf([unnamed, mitigated], { store: 'ok', redis: 'down' }, redisHeld).rule).toBe('N15');
  });
});

describe('[N7] [I27] a row that was red when it was marked mitigated', () => {
  const rows = [{ serviceId: 'store', name: 'store', status: 'down' as const }];
  const despite: DomainEvent = {
    type: 'incident.mitigated',
    data: { from: 'investigating', how: 'Restarted', despite: { reason: 'Users confirm', rows } },
  };

  it('is not broken again until it was well', () => {
    expect(lineOf([despite], { store: 'down' }).rule).not.toBe('N7');
    const flip = [changed('store', 'down', 'ok'), changed('store', 'ok', 'down')];
    expect(lineOf([despite, ...flip], { store: 'down' }).rule).toBe('N7');
    expect(lineOf([mitigated, ...flip], { store: 'down' }).rule).toBe('N7');
  });
});

describe('[N9] healthy again', () => {
  const mended = changed('store', 'down', 'ok');

  it('once its own rows are ok, and not because they always were', () => {
    expect(lineOf([mended], { store: 'ok', redis: 'down' })).toMatchObject({ rule: 'N9', why: 'store is ok again.' });
    expect(lineOf([], { store: 'ok' }).rule).toBe('N12');
    expect(lineOf([mended], { store: 'unknown' }).rule).toBe('N12');
    expect(lineOf([mended], { store: 'disabled' }).rule).toBe('N12');
  });

  it('without a service named, once nothing that it holds is in trouble', () => {
    const all = [unnamed, mended];
    expect(lineOf(all, { store: 'ok', redis: 'ok', broker: 'disabled' })).toMatchObject({ rule: 'N9' });
    expect(lineOf(all, { store: 'ok', redis: 'down' }).rule).toBe('N12');
    expect(lineOf(all, { store: 'ok', redis: 'unknown' }).rule).toBe('N12');
    expect(lineOf(all, { store: 'ok', redis: 'down' }, redisHeld).rule).toBe('N9');
  });
});
