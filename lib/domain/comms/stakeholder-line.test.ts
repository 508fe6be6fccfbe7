import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { stakeholderLine } from './stakeholder-line';

const rows = (...statuses: ('ok' | 'down' | 'unknown')[]) => statuses.map((status) => ({ status }));
const commander = anActor('commander');
const record = anIncidentAfter(commander);
const atMs = (minutes: number) => Date.parse(record.incident.declaredAt) + minutes * 60_000;
const known = { sentence: 'Uploads fail.', rows: rows('down', 'ok', 'unknown'), silentSince: null };

describe('[N30] what somebody who follows is told', () => {
  it('is what is known, how sure, and when they hear more', () => {
    const promised = { ...record.incident, updatePromises: { 'SEV-2': { firstMinutes: 5, everyMinutes: 30 } } };
    const open = { ...record, incident: { ...promised, severity: 'SEV-2' } };
    expect(stakeholderLine(open, known, atMs(1))).toEqual({
      say: 'Uploads fail.',
      why: '2 of 3 services are known right now. Nothing has been said yet. Next one by 12:05 UTC.',
    });
    expect(stakeholderLine(open, known, atMs(9)).why).toContain('The next one is late: it was due 12:05 UTC.');
  });

  it('claims nothing of now while the page hears nothing', () => {
    const line = stakeholderLine(record, { ...known, silentSince: '2026-11-22T12:01:02.000Z' }, atMs(2));
    expect(line.say).toBe('This page has heard nothing since 12:01 UTC.');
    expect(line.why).toMatch(/^As of then: Uploads fail\./);
  });

  it('says when it was over, and what is so now beside it', () => {
    const milestones = { ...record.incident.milestones, resolved: '2026-11-22T13:00:00.000Z' };
    const over = { ...record, incident: { ...record.incident, status: 'resolved' as const, milestones } };
    expect(stakeholderLine(over, { ...known, rows: rows('ok') }, atMs(90)).say).toBe(
      'Resolved at 13:00 UTC. Now: Uploads fail.',
    );
  });
});
