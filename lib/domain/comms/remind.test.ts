import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { decideMachine } from '@/lib/testing/decide-machine';
import { serverContext } from '@/lib/testing/looked-up';
import type { DomainEvent } from '../contents';
import { consoleRef } from '../kernel/event';
import { dueReminders } from './remind';

const camille = anActor('commander', 'Camille');
const rafael = anActor('responder', 'Rafael');
const ref = ({ kind, id, name }: typeof camille) => ({ kind, id, name });
const lead: DomainEvent = {
  type: 'incident.role_assigned',
  data: { role: 'commsLead', person: ref(rafael), from: null },
};
const steps = [
  { to: 'comms_lead', afterMinutes: 0 },
  { to: 'commander', afterMinutes: 5 },
  { to: 'on_call_lead', afterMinutes: 15 },
] as const;
const dueAt = '2026-11-22T12:05:01.000Z';
const after = (minutes: number) => Date.parse(dueAt) + minutes * 60_000;
const due = (minutes: number, ...events: DomainEvent[]) =>
  dueReminders(anIncidentAfter(camille, ...events), steps, 'On-call lead', after(minutes)).map(
    ({ stage, to }) => `${stage} ${to.name}`,
  );
const reminded = (stage: 'comms_lead' | 'commander', over: object = {}): DomainEvent => ({
  type: 'comms.reminder_sent',
  data: { stage, dueAt, to: { id: rafael.id, name: 'Rafael' }, ways: ['mail'], ...over },
});

describe('[M18] an overdue update gets louder by itself', () => {
  it('goes to the comms lead, then to the commander, then to the on-call lead', () => {
    expect(due(-0.1, lead)).toEqual([]);
    expect(due(0, lead)).toEqual(['comms_lead Rafael']);
    expect(due(4.9, lead, reminded('comms_lead'))).toEqual([]);
    expect(due(5, lead, reminded('comms_lead'))).toEqual(['commander Camille']);
    expect(due(15, lead, reminded('comms_lead'), reminded('commander'))).toEqual(['on_call_lead On-call lead']);
  });

  it('goes to the commander at once where nobody is comms lead; what was missed meanwhile is made up for', () => {
    expect(due(0)).toEqual(['comms_lead Camille']);
    expect(due(20, lead)).toEqual(['comms_lead Rafael', 'commander Camille', 'on_call_lead On-call lead']);
  });

  it('begins anew with each promise', () => {
    expect(due(0, lead, reminded('comms_lead', { dueAt: '2026-11-22T11:00:00.000Z' }))).toEqual(['comms_lead Rafael']);
  });

  it('says nothing of a private incident, nor of what everybody left lying for a day', () => {
    const hidden: DomainEvent = {
      type: 'incident.visibility_changed',
      data: { visibleTo: [ref(camille)], reason: 'r' },
    };
    expect(due(60, hidden)).toEqual([]);
    expect(due(25 * 60)).toEqual([]);
  });

  it('is recorded by the console alone, once, and only while the promise is overdue', () => {
    const record = (events: DomainEvent[], minutes: number, by = { ...camille, ...consoleRef }) => {
      const now = new Date(after(minutes)).toISOString();
      const input = { stage: 'comms_lead', dueAt, to: { id: null, name: 'x' }, ways: [] };
      const state = anIncidentAfter(camille, ...events);
      const decision = decideMachine(state, 'comms.record_reminder', input, serverContext(by, {}, now));
      return decision.ok ? decision.events.length : decision.rejection.code;
    };
    expect(record([], 1)).toBe(1);
    expect(record([reminded('comms_lead')], 1)).toBe(0);
    expect(record([], -1)).toBe('no_update_promised');
    expect(record([], 1, camille)).toBe('not_allowed');
  });
});
