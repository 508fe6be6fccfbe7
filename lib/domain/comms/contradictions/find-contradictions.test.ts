import { describe, expect, it } from 'vitest';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import type { DomainEvent } from '../../contents';
import type { ComponentStatus } from '../../health/health';
import type { SaidUpdate } from './contradiction';
import { findContradictions } from './find-contradictions';

const camille = anActor('commander', 'Camille');
const resolved: DomainEvent = {
  type: 'incident.resolved',
  data: { from: 'investigating', cause: 'A drive', mitigation: 'Replaced' },
};
const promise = 'The next update comes by 12:30 UTC.';

interface Said {
  statuses?: Record<string, ComponentStatus>;
  phase?: SaidUpdate['phase'];
  events?: DomainEvent[];
  nextUpdateAt?: string | null;
  language?: SaidUpdate['language'];
  /** Services that INC-2026-0002 names, which is open. */
  held?: string[];
}

/** The codes found in one text for the status page; the store is down unless told otherwise. */
function found(body: string, said: Said = {}): string[] {
  const { statuses = { store: 'down' }, phase = 'investigating', events = [], language = 'en', held = [] } = said;
  const { nextUpdateAt = '2026-11-22T12:30:00.000Z' } = said;
  const texts = [{ channel: 'status-page', subject: null, body }];
  const facts = {
    record: anIncidentAfter(camille, ...events),
    lookup: { ...aCommsLookup({ statuses }), holders: [{ number: 'INC-2026-0002', services: held }] },
    nowMs: Date.parse('2026-11-22T12:02:00.000Z'),
  };
  const update = { phase, language, headline: 'Uploads', nextUpdateAt, texts };
  return findContradictions(update, facts).map(({ code }) => code);
}

describe('[P6] [M10] what the record does not bear out', () => {
  it.each([
    ['Uploads fail. Login works.', []],
    ['Uploads do not work; login and everything else does. Login works.', []],
    ['Uploads fail, but login works.', []],
    ['Uploads fail while login works.', []],
    ['Uploads and login work.', ['red_said_fine']],
    ['Still working: uploads, login.', ['red_said_fine']],
    ['Uploads are back to normal.', ['red_said_fine']],
    ['Uploads are not affected.', ['red_said_fine']],
    ['Uploads fail. Login fails.', ['fine_said_red']],
    ['Uploads and login are unavailable.', ['fine_said_red']],
    ['Uploads fail, login is slow.', ['fine_said_red']],
    ['Login works.', ['red_not_mentioned']],
    ['The store is down.', []],
    ['Upload fails: files stay where they are.', []],
    ['Uploadster is a great tool.', ['red_not_mentioned']],
    ['A total outage: uploads fail.', ['total_outage_claimed']],
    ['Uploads fail. See http://minio-3.lxd:9000.', ['internal_name']],
    ['Uploads fail on 10.0.3.7.', ['internal_name']],
    ['Uploads fail. It is db-1.', ['internal_name']],
    ['Uploads fail, since web03 hangs.', ['internal_name']],
    ['Uploads fail on redis:6379.', ['internal_name']],
    ['Uploads fail. SEV-2, see INC-2026-0001, since 2026-11-22 11:58.', []],
    ['Uploads fail since 11:58 UTC.', []],
    ['Uploads fail since 09:15 UTC.', ['time_disagrees']],
    ['RESOLVED. Uploads fail no more.', ['resolved_while_red']],
  ])('%s', (body, codes) => {
    expect(found(`${body}\n${promise}`)).toEqual(codes);
  });

  it('the same in French', () => {
    const french = { language: 'fr' } as const;
    const next = 'Prochaine mise à jour avant 12h30 UTC.';
    const words = (body: string) => found(`${body}\n${next}`, french);
    expect(words('Upload en panne, login fonctionne.')).toEqual(['total_outage_claimed']);
    expect(words('Upload indisponible, login fonctionne.')).toEqual([]);
    expect(words('Upload fonctionne normalement.')).toEqual(['red_said_fine']);
    expect(words('Upload et login ne fonctionnent pas.')).toEqual(['fine_said_red']);
    expect(found('Upload indisponible.\nProchaine mise à jour avant 13h00 UTC.', french)).toEqual([
      'time_disagrees',
      'next_update_missing',
    ]);
  });

  it('a promise is missing, in the update or in a text; another one than promised disagrees', () => {
    expect(found('Uploads fail.', { nextUpdateAt: null })).toEqual(['next_update_missing']);
    expect(found('Uploads fail.')).toEqual(['next_update_missing']);
    expect(found('Uploads fail. Next update at 14:00.')).toEqual(['time_disagrees', 'next_update_missing']);
  });

  it('a severity that nobody is told of on time owes no promise', () => {
    const lowered: DomainEvent = {
      type: 'incident.severity_lowered',
      data: { from: 'SEV-2', to: 'SEV-3', reason: 'Nobody feels it' },
    };
    const quiet = { events: [lowered], nextUpdateAt: null };
    expect(found('Uploads fail.', quiet)).toEqual([]);
  });

  it('RESOLVED waits until nothing of the incident is red, and until the record says so', () => {
    const last: Said = { phase: 'resolved', nextUpdateAt: null };
    expect(found('RESOLVED. Uploads were mended.', { ...last, events: [resolved] })).toEqual(['resolved_while_red']);
    expect(found('RESOLVED.', { ...last, events: [resolved], statuses: {} })).toEqual([]);
    expect(found('RESOLVED.', { ...last, statuses: {} })).toEqual(['phase_disagrees']);
  });

  it('a row of another incident keeps nobody from resolving this one', () => {
    const last: Said = { phase: 'resolved', nextUpdateAt: null, events: [resolved] };
    expect(found('RESOLVED. It is over.', { ...last, statuses: { api: 'degraded' } })).toEqual([]);
  });

  it('[I22] what an open incident names by now keeps nobody from resolving the one before', () => {
    const last: Said = { phase: 'resolved', nextUpdateAt: null, events: [resolved], held: ['store'] };
    expect(found('RESOLVED. It is over.', last)).toEqual([]);
    expect(found('RESOLVED. Uploads work.', last)).toEqual(['red_said_fine']);
  });

  it('[I22] without a service named every row counts but those that another incident holds', () => {
    const none: DomainEvent = {
      type: 'incident.services_changed',
      data: { added: [], removed: [{ id: 'store', name: 'store' }] },
    };
    const last: Said = { phase: 'resolved', nextUpdateAt: null, events: [none, resolved] };
    expect(found('RESOLVED. It is over.', last)).toEqual(['resolved_while_red']);
    expect(found('RESOLVED. It is over.', { ...last, held: ['store'] })).toEqual([]);
    expect(found(`Login works. ${promise}`, { events: [none] })).toEqual(['red_not_mentioned']);
    expect(found(`Login works. ${promise}`, { events: [none], held: ['store'] })).toEqual([]);
  });

  it('[I23] “since” is no moment at which a row changed later', () => {
    const later = { ...aCommsLookup({ statuses: { store: 'down' }, since: '2026-11-22T12:01:00.000Z' }) };
    const facts = { record: anIncidentAfter(camille), lookup: later, nowMs: Date.parse('2026-11-22T12:02:00.000Z') };
    const said = (time: string) => {
      const texts = [{ channel: 'status-page', subject: null, body: `Uploads fail since ${time} UTC. ${promise}` }];
      const update = { phase: 'investigating', language: 'en', headline: 'Uploads', texts } as const;
      const codes = findContradictions({ ...update, nextUpdateAt: '2026-11-22T12:30:00.000Z' }, facts);
      return codes.map(({ code }) => code);
    };
    expect(said('12:01')).toEqual(['time_disagrees']);
    expect(said('12:00')).toEqual([]);
  });

  it('an outage is one when nothing works', () => {
    const all = { statuses: { api: 'down', store: 'down' } as const };
    expect(found(`An outage: uploads and login fail. ${promise}`, all)).toEqual([]);
  });
});
