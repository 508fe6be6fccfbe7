import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { decideOn, recordAfter } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import type { DomainEvent } from '../contents';
import { impactStartOf } from './impact-start';
import type { IncidentState, RowSnapshot } from './incident';
import { rowHolders, rowHolding } from './row-holding';

const by = anActor('commander');
const own = (over: Partial<IncidentState> = {}): IncidentState => ({ ...anIncidentAfter(by).incident, ...over });
const holder = (number: string, ...services: string[]) => ({ number, services });
const other = holder('INC-2026-0002', 'redis');
const whose = (incident: IncidentState, holders = [other]) =>
  Object.fromEntries(['store', 'redis', 'broker'].map((id) => [id, rowHolding(incident, holders)(id)]));

describe('[I22] whose trouble a row is', () => {
  it('what it names is its own, what another names is that one’s, the rest is nobody’s', () => {
    expect(whose(own())).toEqual({
      store: { by: 'own' },
      redis: { by: 'other', number: 'INC-2026-0002' },
      broker: { by: 'nobody' },
    });
  });

  it('without a service named, all that no other incident names is its own', () => {
    expect(whose(own({ services: [] }))).toMatchObject({
      store: { by: 'own' },
      redis: { by: 'other' },
      broker: { by: 'own' },
    });
  });

  it('two that name the same row both hold it; it does not take rows from itself', () => {
    const both = [holder('INC-2026-0002', 'store'), holder('INC-2026-0001', 'store')];
    expect(whose(own(), both).store).toEqual({ by: 'own' });
    expect(whose(own({ services: [] }), [holder('INC-2026-0001', 'store')]).store).toEqual({ by: 'own' });
  });

  it('once it is over, what an open one names is that one’s', () => {
    const again = [holder('INC-2026-0003', 'store')];
    for (const status of ['resolved', 'closed'] as const)
      expect(whose(own({ status }), again).store).toEqual({ by: 'other', number: 'INC-2026-0003' });
    expect(whose(own({ status: 'mitigated' }), again).store).toEqual({ by: 'own' });
    expect(whose(own({ status: 'resolved' })).store).toEqual({ by: 'own' });
  });

  it('[A7] a private incident holds nothing for others', () => {
    const open = [
      { number: 'INC-2026-0002', services: ['store'], isPrivate: true },
      { number: 'INC-2026-0003', services: ['redis'], isPrivate: false },
    ];
    expect(rowHolders(open)).toEqual([holder('INC-2026-0003', 'redis')]);
  });
});

describe('[I24] services are added and taken out', () => {
  const responder = anActor('responder');
  const send = (what: 'add' | 'remove', services: string[], state = anIncidentAfter(by)) =>
    decideOn(state, `incident.${what}_services`, { services }, serverContext(responder));

  it('each once, under its name, and only what changes something', () => {
    expect(send('add', ['api', 'store', 'api'])).toMatchObject({
      events: [{ data: { added: [{ id: 'api', name: 'api' }], removed: [] } }],
    });
    expect(send('add', ['store'])).toEqual({ ok: true, events: [] });
    expect(send('remove', ['api'])).toEqual({ ok: true, events: [] });
  });

  it('not one that the matrix does not know; one that it no longer knows can go', () => {
    expect(send('add', ['gone'])).toEqual({ ok: false, rejection: { code: 'unknown_service', asked: 'gone' } });
    const old = anIncidentAfter(by, {
      type: 'incident.services_changed',
      data: { added: [{ id: 'gone', name: 'Gone' }], removed: [] },
    });
    expect(old.incident.services).toEqual(['store', 'gone']);
    expect(
      recordAfter(old, 'incident.remove_services', { services: ['gone'] }, serverContext(by)).incident.services,
    ).toEqual(['store']);
  });
});

describe('[I23] since when users feel it', () => {
  const declaredAt = '2026-11-22T12:00:01.000Z';
  const row = (serviceId: string, status: RowSnapshot['status'], since: string | null): RowSnapshot => ({
    ...{ serviceId, name: serviceId, status, since, users: '' },
  });
  const told = (...rows: RowSnapshot[]) => own({ situation: { sentence: 'Uploads fail.', rows, targets: [] } });
  const down = row('store', 'down', '2026-11-22T11:50:00.000Z');
  const slow = row('redis', 'degraded', '2026-11-22T11:40:00.000Z');

  it('is what the record says, else its first trouble at the declaration, else the declaration', () => {
    expect(impactStartOf(own())).toBe(declaredAt);
    expect(impactStartOf(told(down, slow, row('api', 'ok', '2026-11-01T00:00:00.000Z')))).toBe(slow.since);
    const milestones = { impactStarted: '2026-11-22T11:00:00.000Z' };
    expect(impactStartOf({ ...told(down), milestones })).toBe(milestones.impactStarted);
  });

  it('rows that were well, unknown or without a time say nothing', () => {
    expect(impactStartOf(told(row('store', 'unknown', slow.since), row('redis', 'down', null)))).toBe(declaredAt);
  });

  it('a row that breaks again does not move it', () => {
    const change: DomainEvent = {
      type: 'timeline.service_changed',
      data: { serviceId: 'store', name: 'store', from: 'ok', to: 'down', users: '', instances: [] },
    };
    const { incident } = anIncidentAfter(by, change);
    expect(impactStartOf(incident)).toBe(declaredAt);
    expect(incident.troubled).toEqual(['store']);
  });
});
