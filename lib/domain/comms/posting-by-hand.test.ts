import { describe, expect, it } from 'vitest';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter, recorded } from '@/lib/testing/an-incident';
import { anUpdate, aSentUpdate } from '@/lib/testing/command-samples';
import { outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import type { DomainEvent, RecordedEvent } from '../contents';
import { sayEvent } from '../describe-event';
import type { LookedUp } from '../incident/record-context';
import { isLate, textsToPost, toldAt } from './told-update';
import { untoldPhase } from './untold-phase';
import { postClock, updateClock } from './update-clock';

const camille = anActor('commander', 'Camille');
const noon = '2026-11-22T12:00:00.000Z';
const onUpdate = { updateId: anUpdate.updateId };
const send = (texts: object[], looked: LookedUp) => {
  const input = { ...anUpdate, phase: 'investigating', texts };
  return outcomeOn(anIncidentAfter(camille), 'comms.send_update', input, serverContext(camille, looked, noon));
};

describe('posting by hand', () => {
  const left = '2026-11-22T12:00:12.000Z';
  const statusPage = { channel: 'status-page', name: 'Status page', audience: 'public' as const };
  const summary = { channel: 'summary', name: 'Summary', audience: 'leads' as const };
  const written = { subject: null, body: 'We are looking.', destinations: [] };
  const sent = (over: object, texts: object[], promise: object | null = null): DomainEvent => {
    const data = { ...aSentUpdate(), leavesAt: left, promise, review: null, ...over, texts };
    return { type: 'comms.update_sent', data: data as never };
  };
  const [byItself] = aSentUpdate().texts;
  const posted = (channel: string): DomainEvent => ({
    type: 'comms.text_posted',
    data: { updateId: anUpdate.updateId, channel, name: channel },
  });
  const due = { dueAt: '2026-11-22T12:05:01.000Z', isLate: false };
  const clock = (...events: DomainEvent[]) => updateClock(anIncidentAfter(camille, ...events), Date.parse(noon));
  const byHand = sent({}, [{ ...statusPage, ...written }], due);

  const mark = (channel: string, now = left, state = anIncidentAfter(camille, byHand)) =>
    outcomeOn(state, 'comms.mark_posted', { ...onUpdate, channel }, serverContext(camille, {}, now));

  it('[M14] is marked once it can no longer be taken back, once, and undone again', () => {
    expect(mark('status-page', noon)).toBe('still_leaving');
    expect(mark('status-page')).toBe('applied');
    const done = anIncidentAfter(camille, byHand, posted('status-page'));
    expect(mark('status-page', left, done)).toBe('noop');
    const context = serverContext(camille, {}, left);
    const undone = recordAfter(done, 'comms.unmark_posted', { ...onUpdate, channel: 'status-page' }, context);
    expect(textsToPost(undone.comms).map(({ name }) => name)).toEqual(['Status page']);
  });

  it('[M14] is not for what goes by itself, nor for a text that the update has not', () => {
    expect(mark('followers', left, anIncidentAfter(camille, sent({}, [byItself ?? {}])))).toBe('goes_by_itself');
    expect(mark('nowhere')).toBe('no_such_update');
  });

  it('[M14] is due by the promise its update keeps, until it is posted or a newer update takes its place', () => {
    const both = sent({}, [byItself ?? {}, { ...summary, ...written }], due);
    const state = anIncidentAfter(camille, both);
    expect(postClock(state, Date.parse('2026-11-22T12:06:00.000Z'))).toMatchObject({
      ...{ dueAt: due.dueAt, state: 'overdue', texts: [{ name: 'Summary' }] },
    });
    expect(postClock(anIncidentAfter(camille, both, posted('summary')), Date.parse(noon))).toBeNull();
    const newer = sent({ updateId: '019ab000-0000-7000-8000-0000000000c9' }, [byItself ?? {}]);
    expect(postClock(anIncidentAfter(camille, both, newer), Date.parse(noon))).toBeNull();
  });

  it('[M14] nothing is written for a channel that is off and that no person can post to', () => {
    const lookup = aCommsLookup();
    const channels = lookup.channels.map((one) => (one.id === 'status-page' ? { ...one, byHand: false } : one));
    const texts = [{ ...anUpdate.texts[0], channel: 'status-page' }];
    expect(send(texts, { comms: { ...lookup, channels } })).toBe('channel_not_connected');
    expect(send(texts, { comms: lookup })).toBe('applied');
  });

  it('[M14] is never told as sent', () => {
    const words = (texts: object[]) => sayEvent(recorded([sent({}, texts)], camille, 1)[0] as RecordedEvent);
    expect(words([byItself ?? {}, { ...summary, ...written }])).toContain(
      'sent an update (investigating): Some uploads failed, to followers; to be posted by hand: Summary',
    );
    expect(words([{ ...summary, ...written }])).toContain(
      'wrote an update (investigating): Some uploads failed, to be posted by hand: Summary',
    );
  });

  it('[M15] an update that only waits for posting keeps no promise; one that was posted does', () => {
    expect(clock(byHand)).toMatchObject({ dueAt: due.dueAt, isFirst: true, isWaiting: true });
    expect(clock(byHand, posted('status-page'))).toMatchObject({
      ...{ dueAt: anUpdate.nextUpdateAt, isFirst: false, isWaiting: false },
    });
  });

  it('[M15] the public was not told by what leads were handed', () => {
    const texts = [
      { ...statusPage, ...written },
      { ...summary, ...written },
    ];
    expect(clock(sent({}, texts, due), posted('summary'))).toMatchObject({ isWaiting: true });
  });

  it('[M15] nor by what every place refused', () => {
    const place = { updateId: anUpdate.updateId, channel: 'followers', destination: 'follow' } as const;
    const gone = { ...place, outcome: 'given_up', detail: null } as const;
    const states = [sent({}, [byItself ?? {}], due), { type: 'comms.delivery_recorded', data: gone } as const];
    expect(clock(...states)).toMatchObject({ dueAt: due.dueAt, isWaiting: true });
  });

  it('[M8] an update that was posted after its time came late, though it was written in time', () => {
    const [update] = anIncidentAfter(camille, byHand, posted('status-page')).comms.updates;
    expect(update && [toldAt(update), isLate(update)]).toEqual(['2026-11-22T12:00:04.000Z', false]);
    const early = sent({}, [{ ...statusPage, ...written }], { ...due, dueAt: noon });
    const [late] = anIncidentAfter(camille, early, posted('status-page')).comms.updates;
    expect(late && isLate(late)).toBe(true);
  });
});

describe('[M17] that it is over is told to those who were told that it is not', () => {
  const resolved: DomainEvent = {
    type: 'incident.resolved',
    data: { from: 'investigating', cause: 'c', mitigation: 'm' },
  };
  const said = (phase: string, over: object = {}): DomainEvent => {
    const data = { ...aSentUpdate(), leavesAt: noon, promise: null, review: null, phase, ...over };
    return { type: 'comms.update_sent', data: data as never };
  };
  const gap = (...events: DomainEvent[]) => untoldPhase(anIncidentAfter(camille, ...events));

  it('it stays to be said until the RESOLVED update was really told', () => {
    const byHand = aSentUpdate().texts.map((text) => ({ ...text, destinations: [] }));
    expect(gap(said('investigating'), resolved)).toEqual({ said: 'investigating', holds: 'resolved' });
    expect(gap(said('investigating'), resolved, said('resolved', { texts: byHand }))).not.toBeNull();
    expect(gap(said('investigating'), resolved, said('resolved'))).toBeNull();
  });

  it('so is that it is mitigated; nothing is while it is worked on', () => {
    const mitigated: DomainEvent = { type: 'incident.mitigated', data: { from: 'investigating', how: 'h' } };
    expect(gap(said('investigating'), mitigated)).toEqual({ said: 'investigating', holds: 'monitoring' });
    expect(gap(said('investigating'))).toBeNull();
  });

  it('nobody is owed it of a private incident, nor where nobody is told of the severity', () => {
    const hidden: DomainEvent = {
      type: 'incident.visibility_changed',
      data: { visibleTo: [{ kind: 'person', id: camille.id, name: 'Camille' }], reason: 'r' },
    };
    const low: DomainEvent = {
      type: 'incident.severity_lowered',
      data: { from: 'SEV-2', to: 'SEV-3', reason: 'r' },
    };
    expect(gap(said('investigating'), hidden, resolved)).toBeNull();
    expect(gap(low, resolved)).toBeNull();
    expect(gap(resolved)).toEqual({ said: null, holds: 'resolved' });
  });
});
