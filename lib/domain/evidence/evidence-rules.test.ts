import { describe, expect, it } from 'vitest';
import { aContext, anActor } from '@/lib/testing/an-actor';
import { aClosedIncident, anIncidentAfter } from '@/lib/testing/an-incident';
import { savedFile } from '@/lib/testing/command-samples';
import { decideMachine } from '@/lib/testing/decide-machine';
import { decideOn, outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { lookedUp, named } from '@/lib/testing/looked-up';
import type { DomainEvent } from '../contents';
import { describeEvent } from '../describe-event';
import { saidSize, shown } from './describe-evidence';
import { isUnmaskedFor } from './evidence';

const commander = anActor('commander', 'Camille');
const responder = anActor('responder', 'Rafael');
const context = (actor = commander, now?: string) => ({ ...aContext(actor, now), looked: lookedUp() });
const opened: DomainEvent = {
  type: 'triage.checklist_opened',
  data: {
    checklist: {
      id: 'storage',
      title: 'Storage',
      items: [{ id: 'restart-it', title: 'Restart it', gate: 'mitigation', needs: ['api-log'] }],
    },
  },
};
const restart = { checklistId: 'storage', itemId: 'restart-it' };
const captured: DomainEvent = { type: 'evidence.captured', data: savedFile };
const { evidenceId } = savedFile;

describe('[E1] the gate', () => {
  it('keeps a step locked for everybody until what it needs was saved', () => {
    const locked = anIncidentAfter(commander, opened);
    for (const actor of [commander, responder, anActor('lead')])
      expect(decideOn(locked, 'triage.tick', restart, context(actor))).toEqual({
        ok: false,
        rejection: { code: 'evidence_missing', step: 'Restart it', recipes: ['api-log'] },
      });
    const unlocked = anIncidentAfter(commander, opened, captured);
    expect(outcomeOn(unlocked, 'triage.tick', restart, context(responder))).toBe('applied');
  });

  it('is not opened by another file', () => {
    const other = { ...savedFile, recipe: null };
    const state = anIncidentAfter(commander, opened, { type: 'evidence.captured', data: other });
    expect(outcomeOn(state, 'triage.tick', restart, context())).toBe('evidence_missing');
  });

  it('lets a locked step be skipped, and a tick be taken back', () => {
    const locked = anIncidentAfter(commander, opened);
    expect(outcomeOn(locked, 'triage.skip', { ...restart, reason: 'not needed' }, context(responder))).toBe('applied');
  });
});

describe('[E3] going on without evidence', () => {
  const waiver = { recipes: ['api-log'], reason: 'The host is gone for good' };

  it('takes the one who commands, and opens the step', () => {
    const locked = anIncidentAfter(commander, opened);
    expect(outcomeOn(locked, 'evidence.waive', waiver, context(anActor('lead')))).toBe('only_commander_waives');
    const waived = recordAfter(locked, 'evidence.waive', waiver, context());
    expect(waived.evidence.waived['api-log']).toMatchObject({ title: 'API log', reason: waiver.reason });
    expect(outcomeOn(waived, 'triage.tick', restart, context(responder))).toBe('applied');
  });

  it('says nothing new when all of it is had, and refuses what the catalogue does not know', () => {
    const had = anIncidentAfter(commander, opened, captured);
    expect(outcomeOn(had, 'evidence.waive', waiver, context())).toBe('noop');
    const unknown = { ...waiver, recipes: ['api-log', 'nonsense'] };
    expect(outcomeOn(had, 'evidence.waive', unknown, context())).toBe('unknown_recipe');
  });
});

describe('[E5] [E6] a file in hand', () => {
  it('is kept and marked late once the incident is over', () => {
    const { isLate: _, ...file } = savedFile;
    const decision = decideMachine(aClosedIncident(), 'evidence.record_capture', file, context(responder));
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'evidence.captured', data: { isLate: true } }] });
  });

  it('is recorded once, however often its arrival is told', () => {
    const { isLate: _, ...file } = savedFile;
    const state = anIncidentAfter(commander, captured);
    expect(decideMachine(state, 'evidence.record_capture', file, context(responder))).toEqual({ ok: true, events: [] });
  });

  it('reading on for five minutes is one view, of one person', () => {
    const state = anIncidentAfter(commander, captured, { type: 'evidence.viewed', data: savedFile });
    const view = (actor = commander, now = '2026-11-22T12:04:00.000Z') => {
      const decision = decideMachine(state, 'evidence.record_view', { evidenceId }, context(actor, now));
      return decision.ok && decision.events.length;
    };
    expect([view(), view(responder), view(commander, '2026-11-22T12:06:00.000Z')]).toEqual([0, 1, 1]);
  });

  it.each(['evidence.record_view', 'evidence.record_download', 'evidence.record_capture'] as const)(
    '%s is not for viewers',
    (type) => {
      const state = anIncidentAfter(commander, captured);
      expect(decideMachine(state, type, { ...savedFile }, context(anActor('viewer')))).toMatchObject({
        ok: false,
        rejection: { code: 'not_allowed', needs: 'responder' },
      });
    },
  );

  it('[E7] exports originals only for who may unmask', () => {
    const state = anIncidentAfter(commander, captured);
    const head = { headSeq: 3, headHash: 'a'.repeat(64) };
    const by = (actor = commander, withOriginals = true) =>
      decideMachine(state, 'evidence.record_export', { ...head, withOriginals }, context(actor)).ok;
    expect([by(), by(responder), by(responder, false)]).toEqual([true, false, true]);
  });
});

describe('[I10] [E3] what a hand-over says of it', () => {
  it('is what was gone on without, and what still locks steps; never who looked at a file', () => {
    const waived: DomainEvent = {
      type: 'evidence.waived',
      data: { recipes: [{ id: 'core-dump', title: 'Core dump' }], reason: 'The host is gone' },
    };
    const viewed: DomainEvent = { type: 'evidence.viewed', data: savedFile };
    const state = anIncidentAfter(
      commander,
      opened,
      waived,
      { type: 'evidence.captured', data: { ...savedFile, recipe: null } },
      viewed,
    );
    const second = anActor('commander', 'Second');
    const looked = lookedUp({ people: [named(second)] });
    const decision = decideOn(state, 'incident.offer_command', { personId: second.id }, { ...context(), looked });
    const [event] = decision.ok ? decision.events : [];
    const summary = event?.type === 'incident.command_offered' ? event.data.summary : [];
    expect(summary).toContain('Went on without evidence: Core dump (The host is gone).');
    expect(summary).toContain('Not saved yet, and locks steps: api-log.');
    expect(summary.join('\n')).toContain('saved evidence incident-20261122-030500-api.log');
    expect(summary.join('\n')).not.toContain('viewed');
  });
});

describe('[E7] unmasking', () => {
  const reason = 'Which token leaked';

  it('holds for one person, one file and fifteen minutes', () => {
    const state = recordAfter(
      anIncidentAfter(commander, captured),
      'evidence.unmask',
      { evidenceId, reason },
      context(),
    );
    const at = state.evidence.unmasked[`${evidenceId}/${commander.id}`] ?? '';
    const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
    expect(isUnmaskedFor(state.evidence, evidenceId, commander.id, later(14 * 60_000))).toBe(true);
    expect(isUnmaskedFor(state.evidence, evidenceId, commander.id, later(15 * 60_000))).toBe(false);
    expect(isUnmaskedFor(state.evidence, evidenceId, responder.id, later(0))).toBe(false);
  });

  it('counts what looks like a secret once, and only the console says so', () => {
    const found = { evidenceId, secrets: [{ kind: 'password', count: 2 }], rules: '1' };
    const state = anIncidentAfter(commander, captured);
    expect(decideMachine(state, 'evidence.record_scan', found, context(anActor('lead')))).toMatchObject({ ok: false });
    const system = { ...anActor('lead'), kind: 'system' as const };
    expect(decideMachine(state, 'evidence.record_scan', found, context(system))).toMatchObject({
      events: [{ data: { secrets: found.secrets } }],
    });
  });
});

describe('[E4] words about files', () => {
  it('spells out what cannot be seen in a name', () => {
    expect(shown('a\u202Egnp.exe\n\0')).toBe('a\\u{202e}gnp.exe\\u{a}\\u{0}');
    expect(shown('é'.repeat(200))).toHaveLength(120);
    expect(describeEvent(captured).rest).toBe(' incident-20261122-030500-api.log (12.3 kB)');
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [12_345, '12.3 kB'],
    [999_600, '1 MB'],
    [2_147_483_648, '2.1 GB'],
    [123_456_789_012, '123 GB'],
  ])('%d bytes are %s', (bytes, words) => expect(saidSize(bytes)).toBe(words));
});
