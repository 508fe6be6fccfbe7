import { describe, expect, it } from 'vitest';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { anUpdate, aSentUpdate } from '@/lib/testing/command-samples';
import { decideOn, outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import type { DomainEvent } from '../contents';
import type { LookedUp } from '../incident/record-context';
import type { RecordState } from '../record-state';
import { lastUpdate } from './comms';
import { updateClock } from './update-clock';

const camille = anActor('commander', 'Camille');
const rafael = anActor('responder', 'Rafael');
const ines = anActor('commander', 'Ines');
const ref = ({ kind, id, name }: typeof camille) => ({ kind, id, name });
const lead: DomainEvent = {
  type: 'incident.role_assigned',
  data: { role: 'commsLead', person: ref(rafael), from: null },
};
const update = { ...anUpdate, phase: 'investigating' };
const waiting: DomainEvent = { type: 'comms.review_asked', data: aSentUpdate() };
const onUpdate = { updateId: anUpdate.updateId };
const noon = '2026-11-22T12:00:00.000Z';

const send = (state: RecordState, by = camille, over: object = {}, looked: LookedUp = {}, now = noon) =>
  outcomeOn(state, 'comms.send_update', { ...update, ...over }, serverContext(by, looked, now));

describe('[M9] who speaks', () => {
  it('a responder does when they have the comms lead, and not otherwise', () => {
    expect(send(anIncidentAfter(camille), rafael)).toBe('not_a_speaker');
    expect(send(anIncidentAfter(camille, lead), rafael)).toBe('applied');
  });
});

describe('sending', () => {
  const state = anIncidentAfter(camille);
  it('[M12] leaves ten seconds later, counted by the server', () => {
    const decision = decideOn(state, 'comms.send_update', update, serverContext(camille));
    expect(decision).toMatchObject({ events: [{ data: { leavesAt: '2026-11-22T12:00:10.000Z' } }] });
  });

  it('[K1] the same update again changes nothing', () => {
    expect(send(recordAfter(state, 'comms.send_update', update, serverContext(camille)))).toBe('noop');
  });

  it('[M10] a contradiction is refused with its words; a reason lets it through and stays', () => {
    const red = { comms: aCommsLookup({ statuses: { store: 'down' } }) };
    const texts = [{ channel: 'followers', subject: null, body: 'Uploads work. The next update comes by 12:30 UTC.' }];
    const refused = decideOn(state, 'comms.send_update', { ...update, texts }, serverContext(camille, red));
    expect(refused).toMatchObject({ rejection: { code: 'contradicts_record', found: [{ code: 'red_said_fine' }] } });
    const override = { codes: ['red_said_fine'], reason: 'The row is wrong: the probe is broken' };
    const said = decideOn(state, 'comms.send_update', { ...update, texts, override }, serverContext(camille, red));
    expect(said).toMatchObject({ events: [{ data: { overridden: override } }] });
    const other = { ...override, codes: ['time_disagrees'] };
    expect(send(state, camille, { texts, override: other }, red)).toBe('contradicts_record');
  });

  it('[M13] nothing of a private incident goes where others read it', () => {
    const hidden = anIncidentAfter(camille, {
      type: 'incident.visibility_changed',
      data: { visibleTo: [ref(camille)], reason: 'r' },
    });
    expect(send(hidden)).toBe('private_stays_inside');
    const summary = [{ channel: 'summary', subject: null, body: 'The next update comes by 12:30 UTC.' }];
    expect(send(hidden, camille, { texts: summary })).toBe('applied');
  });

  it.each([
    ['a channel that nobody knows', { texts: [{ channel: 'x', subject: null, body: 'b' }] }, 'unknown_channel'],
    ['a channel twice', { texts: [anUpdate.texts[0], anUpdate.texts[0]] }, 'channel_twice'],
    [
      'too long for its channel',
      { texts: [{ channel: 'status-page', subject: null, body: 'b'.repeat(501) }] },
      'text_too_long',
    ],
    ['a promise in the past', { nextUpdateAt: '2026-11-22T11:59:00.000Z' }, 'next_update_out_of_range'],
    ['a promise for next week', { nextUpdateAt: '2026-11-29T12:00:00.000Z' }, 'next_update_out_of_range'],
    ['a last word with a promise', { phase: 'resolved' }, 'last_word_promises'],
  ])('%s is refused', (_, over, code) => {
    expect(send(state, camille, over)).toBe(code);
  });
});

describe('[M12] taking back', () => {
  const sent = recordAfter(anIncidentAfter(camille), 'comms.send_update', update, serverContext(camille));
  const withdraw = (now: string) => outcomeOn(sent, 'comms.withdraw_update', onUpdate, serverContext(ines, {}, now));

  it('works until it leaves, not after', () => {
    expect(withdraw('2026-11-22T12:00:09.999Z')).toBe('applied');
    expect(withdraw('2026-11-22T12:00:10.000Z')).toBe('already_left');
  });

  it('brings back what stood there before, and the promise before', () => {
    const back = recordAfter(sent, 'comms.withdraw_update', onUpdate, serverContext(camille));
    expect([back.comms.lastTexts, lastUpdate(back.comms)]).toEqual([{}, null]);
    expect(updateClock(back, Date.parse(noon))?.isFirst).toBe(true);
  });
});

describe('[M11] a second pair of eyes', () => {
  const asks = (minutes: number | null): LookedUp => {
    const lookup = aCommsLookup();
    return { comms: { ...lookup, severities: [{ id: 'SEV-2', secondReview: { selfAfterMinutes: minutes } }] } };
  };
  const state = anIncidentAfter(camille, waiting);
  const approve = (by: typeof camille, minutes: number | null, now: string) =>
    outcomeOn(state, 'comms.approve_update', onUpdate, serverContext(by, asks(minutes), now));

  it('is asked for where the catalogue says so; nothing else is sent meanwhile', () => {
    const decision = decideOn(anIncidentAfter(camille), 'comms.send_update', update, serverContext(camille, asks(5)));
    expect(decision).toMatchObject({ events: [{ type: 'comms.review_asked' }] });
    expect(send(state, camille, { updateId: '019ab000-0000-7000-8000-0000000000c2' }, asks(5))).toBe('review_waits');
  });

  it('comes from somebody else; the author is alone only at night, after a while, and where that is allowed', () => {
    const [monday, sunday] = ['2026-11-23T10:00:00.000Z', '2026-11-22T12:20:00.000Z'];
    expect(approve(ines, null, sunday)).toBe('applied');
    expect(approve(camille, null, sunday)).toBe('needs_second_person');
    expect(approve(camille, 5, monday)).toBe('second_person_in_hours');
    expect(approve(camille, 5, '2026-11-22T12:04:00.000Z')).toBe('alone_too_early');
    expect(approve(camille, 5, sunday)).toBe('applied');
  });

  it('[M8] a promise that passed while it waited is refused', () => {
    expect(approve(ines, 5, '2026-11-22T12:31:00.000Z')).toBe('next_update_out_of_range');
  });

  it('[M10] what became untrue while it waited is refused', () => {
    const red = { comms: { ...aCommsLookup({ statuses: { store: 'down' } }), severities: [] } };
    expect(outcomeOn(state, 'comms.approve_update', onUpdate, serverContext(ines, red))).toBe('contradicts_record');
  });
});

describe('[M8] the promise', () => {
  const dueAt = (...events: DomainEvent[]) =>
    updateClock(anIncidentAfter(camille, ...events), Date.parse(noon))?.dueAt ?? null;
  const letGo = { leavesAt: '2026-11-22T12:00:12.000Z', promise: null, review: null };
  const sent: DomainEvent = { type: 'comms.update_sent', data: { ...aSentUpdate(), ...letGo } };
  const last: DomainEvent = {
    type: 'comms.update_sent',
    data: { ...sent.data, phase: 'resolved', nextUpdateAt: null } as never,
  };
  const resolved: DomainEvent = {
    type: 'incident.resolved',
    data: { from: 'investigating', cause: 'c', mitigation: 'm' },
  };

  it('is made by the severity at first, then by each update', () => {
    expect(dueAt()).toBe('2026-11-22T12:05:01.000Z');
    expect(dueAt(sent)).toBe('2026-11-22T12:30:00.000Z');
  });

  it('ends with the last word, and not before; a resolved incident owes it', () => {
    expect(dueAt(resolved)).toBeNull();
    expect(dueAt(sent, resolved)).toBe('2026-11-22T12:05:04.000Z');
    expect(dueAt(sent, resolved, last)).toBeNull();
  });

  it('does not run for a private or a merged incident', () => {
    expect(dueAt({ type: 'incident.visibility_changed', data: { visibleTo: [ref(camille)], reason: 'r' } })).toBeNull();
    expect(
      dueAt({ type: 'incident.merged', data: { from: 'investigating', into: 'INC-2026-0002', title: 't' } }),
    ).toBeNull();
  });

  it('is put off by at most an hour, and what is sent late is counted', () => {
    const state = anIncidentAfter(camille, sent);
    const snooze = (until: string) =>
      outcomeOn(state, 'comms.snooze_promise', { until, reason: 'Waiting for the vendor' }, serverContext(camille));
    expect(snooze('2026-11-22T12:20:00.000Z')).toBe('snooze_out_of_range');
    expect(snooze('2026-11-22T13:00:01.000Z')).toBe('snooze_out_of_range');
    expect(snooze('2026-11-22T12:45:00.000Z')).toBe('applied');
    const late = decideOn(
      anIncidentAfter(camille),
      'comms.send_update',
      update,
      serverContext(camille, {}, '2026-11-22T12:06:00.000Z'),
    );
    expect(late).toMatchObject({
      events: [{ data: { promise: { dueAt: '2026-11-22T12:05:01.000Z', isLate: true } } }],
    });
  });
});

describe('[M4] deliveries', () => {
  const letGo = { leavesAt: '2026-11-22T12:00:12.000Z', promise: null, review: null };
  const place = { updateId: anUpdate.updateId, channel: 'followers', destination: 'follow' } as const;
  const stands = (outcome: 'sent' | 'uncertain') =>
    anIncidentAfter(
      camille,
      { type: 'comms.update_sent', data: { ...aSentUpdate(), ...letGo } },
      { type: 'comms.delivery_recorded', data: { ...place, outcome, detail: null } },
    );

  it('what arrived is neither tried again nor given up; what is uncertain may be', () => {
    for (const type of ['comms.retry_delivery', 'comms.give_up_delivery'] as const) {
      expect(outcomeOn(stands('sent'), type, place, serverContext(camille))).toBe('delivered_already');
      expect(outcomeOn(stands('uncertain'), type, place, serverContext(camille))).toBe('applied');
    }
  });

  it('of a place that the update never went to there is nothing to try', () => {
    const other = { ...place, destination: 'slack' };
    expect(outcomeOn(stands('sent'), 'comms.retry_delivery', other, serverContext(camille))).toBe('no_such_update');
  });
});
