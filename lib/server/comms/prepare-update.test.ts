import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommsPhase, type CommsWords, commsPhases } from '@/lib/domain/catalogue/comms-guide';
import { type CommsState, nothingSaid } from '@/lib/domain/comms/comms';
import type { phaseOf } from '@/lib/domain/comms/contradictions/check-phase';
import { findContradictions } from '@/lib/domain/comms/contradictions/find-contradictions';
import type { PreparedUpdate } from '@/lib/domain/comms/prepared-update';
import { phrasesOf } from '@/lib/domain/comms/update-phrases';
import type { ComponentStatus } from '@/lib/domain/health/health';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { aPrepareInput, aSituation } from '@/lib/testing/a-prepare-input';
import { anIncident } from '@/lib/testing/an-incident';
import { loadCatalogue } from '../catalogue/load-catalogue';
import { prepareUpdate } from './prepare-update';

const loaded = loadCatalogue(path.resolve('catalog'));
if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
const { catalogue } = loaded;
const { services, functions, targets, comms, failureClasses } = catalogue;
const since = '2026-11-22T03:04:00.000Z';

type Statuses = Record<string, ComponentStatus>;
const anyStatus = fc.constantFrom<ComponentStatus>('ok', 'ok', 'ok', 'degraded', 'down', 'unknown', 'disabled');
const anyStatuses: fc.Arbitrary<Statuses> = fc
  .array(anyStatus, { minLength: services.length, maxLength: services.length })
  .map((list) => Object.fromEntries(services.map(({ id }, index) => [id, list[index] ?? 'ok'])));
const anyCase = fc.record({
  statuses: anyStatuses,
  phase: fc.constantFrom(...commsPhases),
  words: fc.constantFrom(...comms.words),
  severity: fc.constantFrom('SEV-1', 'SEV-2', 'SEV-3'),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

type Over = NonNullable<Parameters<typeof aPrepareInput>[1]>;

function prepare({ statuses, phase, words, severity }: Case, over: Over = {}): PreparedUpdate {
  const situation = aSituation(catalogue, statuses, since);
  return prepareUpdate(aPrepareInput({ catalogue, words, phase, severity, situation }, over));
}

/** What the record knows of an update under this headline. */
function saidBefore(headline: string): CommsState {
  const who = { kind: 'person', id: 'a', name: 'A' } as const;
  const sent = {
    ...({ updateId: 'a', phase: 'identified', headline, nextUpdateAt: null, overridden: null, by: who } as const),
    ...{ at: since, leavesAt: since, isWithdrawn: false, channels: [], posted: {}, deliveries: {}, promise: null },
  };
  return { ...nothingSaid, updates: [sent] };
}

/** What the row takes along, as [function, level]. */
function effectsOf(statuses: Statuses, id: string): [string, string][] {
  const status = statuses[id];
  const service = services.find((one) => one.id === id);
  return status === 'down' || status === 'degraded' ? Object.entries(service?.[status].functions ?? {}) : [];
}

function sentenceOf(words: CommsWords, statuses: Statuses, id: string): string {
  const status = statuses[id];
  return status === 'down' || status === 'degraded' ? (words.services[id]?.[status] ?? '') : '';
}

describe('[M1] over every matrix there can be', () => {
  it('no red row that users feel is left out, unless what is said takes along all that it does', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const { body, channel } of prepare(one).texts) {
          const said = services
            .filter(({ id }) => body.includes(sentenceOf(one.words, one.statuses, id) || '\0'))
            .flatMap(({ id }) => effectsOf(one.statuses, id));
          const covers = (id: string, level: string) =>
            said.some(([other, as]) => other === id && (as === 'down' || as === level));
          if (
            phrasesOf(one.words.language)
              .moreTroubles(9)
              .split('9')
              .every((part) => body.includes(part))
          )
            continue;
          for (const { id } of services)
            for (const [functionId, level] of effectsOf(one.statuses, id))
              expect(covers(functionId, level), `${channel} leaves out ${id}`).toBe(true);
        }
      }),
    );
  });

  it('no row that is well is accused', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const { body } of prepare(one).texts)
          for (const { id } of services)
            for (const status of ['degraded', 'down'] as const)
              if (one.statuses[id] !== status) expect(body).not.toContain(one.words.services[id]?.[status] ?? '\0');
      }),
    );
  });

  it('since when and the next update stand in every text that owes them, and every component in the update', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { time } = phrasesOf(one.words.language);
        const { texts, components } = prepare(one);
        expect(Object.keys(components)).toEqual(functions.map(({ id }) => id));
        for (const { body, channel } of texts) {
          if (!(channel.startsWith('summary') && one.phase === 'resolved')) expect(body).toContain(time(since));
          const owes = comms.channels.find(({ id }) => id === channel)?.statesNextUpdate && one.phase !== 'resolved';
          if (owes) expect(body).toContain(time('2026-11-22T03:40:00.000Z'));
        }
      }),
    );
  });

  it('what is prepared contradicts nothing of the record that it was prepared from', () => {
    const status: Record<CommsPhase, keyof typeof phaseOf> = {
      ...{ investigating: 'investigating', identified: 'identified', monitoring: 'mitigated', resolved: 'resolved' },
    };
    fc.assert(
      fc.property(anyCase, anyStatuses, fc.constantFrom(null, ...failureClasses), (one, broken, failureClass) => {
        fc.pre(
          one.phase !== 'resolved' || Object.values(one.statuses).every((is) => is !== 'down' && is !== 'degraded'),
        );
        const record = anIncident().state;
        const incident = {
          ...{ ...record.incident, status: status[one.phase], services: [], declaredAt: '2026-11-22T03:06:00.000Z' },
          milestones: { impactStarted: since },
        };
        const lookup = aCommsLookup({ catalogue, statuses: one.statuses, since });
        const worse = { ...one, statuses: { ...one.statuses, ...broken }, phase: 'identified' as const };
        const over = { facts: { previousHeadline: prepare(worse).headline }, internals: { failureClass } };
        const said = { ...prepare(one, over), phase: one.phase, language: one.words.language };
        const facts = {
          record: { incident, comms: saidBefore(over.facts.previousHeadline) },
          lookup,
          nowMs: Date.parse('2026-11-22T03:20:00Z'),
        };
        expect(findContradictions(said, facts)).toEqual([]);
      }),
    );
  });
});

describe('[M2] plain words', () => {
  it('an outage is one only when nothing works, and no time of repair is promised', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { texts, headline, components } = prepare(one);
        const text = [headline, ...texts.flatMap(({ subject, body }) => [subject ?? '', body])].join('\n');
        if (!Object.values(components).every((is) => is === 'down')) expect(text).not.toMatch(/\boutage|\bpanne/i);
        expect(text).not.toMatch(/\b(soon|shortly|bientôt|sous peu|fixed by|réparé d’ici)\b/i);
        expect(headline.length).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('no machine is named, and in public no service, person or number either', () => {
    const machines = targets.flatMap(({ id, name, url }) => [id, name, new URL(url).host]);
    const inside = [...services.map(({ name }) => name), 'Nadia', 'INC-2026', 'SEV-'];
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const { audience, subject, body } of prepare(one).texts)
          for (const name of [...machines, ...(audience === 'public' ? inside : [])])
            expect(`${subject}\n${body}`).not.toContain(name);
      }),
    );
  });

  it('what a person typed stays text, also when it looks like a template', () => {
    const [words] = comms.words;
    if (!words) throw new Error('no words');
    const doing = 'Moving {{ number }} {% if true %}x{% endif %} <b>*now*</b>';
    const one: Case = { statuses: { minio: 'down' }, phase: 'identified', words, severity: 'SEV-1' };
    for (const { body, usedFallback } of prepare(one, { facts: { doing } }).texts) {
      expect(body).toContain(doing);
      expect(usedFallback).toBeUndefined();
    }
    const resolved = prepare(
      { ...one, phase: 'resolved' },
      { internals: { cause: '{{ since }}.', mitigation: doing } },
    );
    expect(resolved.texts.find(({ channel }) => channel === 'incidents')?.body).toContain(
      `RESOLVED. Cause: {{ since }}. Mitigated by: ${doing}. Postmortem incoming.`,
    );
  });
});

describe('every text has room in its channel', () => {
  it('whatever is broken and however much is typed; what users feel is cut last', () => {
    const prose = fc.lorem({ mode: 'sentences', maxCount: 200, size: 'max' }).map((text) => text.slice(0, 5_000));
    fc.assert(
      fc.property(anyCase, prose, prose, (one, doing, cause) => {
        const over = { facts: { doing }, internals: { cause, mitigation: doing } };
        for (const { body, subject, mostCharacters, usedFallback } of prepare(one, over).texts) {
          expect(usedFallback).toBeUndefined();
          expect(body.length).toBeLessThanOrEqual(mostCharacters);
          expect(subject?.length ?? 0).toBeLessThanOrEqual(200);
        }
      }),
    );
  });
});

describe('[M3] a template that fails', () => {
  it('falls back to the plain facts and says so; the others stand', () => {
    const [words] = comms.words;
    if (!words) throw new Error('no words');
    const input = aPrepareInput({
      ...{ catalogue, words, phase: 'investigating', severity: 'SEV-2' },
      situation: aSituation(catalogue, { minio: 'down' }, since),
    });
    const templates = comms.templates.map((one) =>
      one.channel === 'status-page' ? { ...one, body: '{{ impact | sentences }}{{ surprise }}' } : one,
    );
    const [followers, statusPage] = prepareUpdate({ ...input, guide: { ...comms, templates } }).texts;
    expect(followers?.usedFallback).toBeUndefined();
    expect(statusPage?.usedFallback).toMatch(/surprise/);
    expect(statusPage?.body).toBe(
      [
        'Investigating – Uploads and new releases not working',
        'Tracks, covers and profile pictures cannot be uploaded, and new tracks do not appear. Working: playback, login, payments, search, live sessions and the admin area.',
        'Since 2026-11-22 03:04 UTC.',
        'We are looking for the cause.',
        'Next update by 2026-11-22 03:40 UTC.',
      ].join('\n'),
    );
  });

  it('[M2] falls back where a text for everybody would name what is internal', () => {
    const [words] = comms.words;
    if (!words) throw new Error('no words');
    const input = aPrepareInput({
      ...{ catalogue, words, phase: 'investigating', severity: 'SEV-2' },
      situation: aSituation(catalogue, {}, since),
    });
    const templates = comms.templates.map((one) => ({ ...one, body: '{{ commander }}' }));
    for (const { audience, body, usedFallback } of prepareUpdate({ ...input, guide: { ...comms, templates } }).texts) {
      if (audience === 'public') expect(usedFallback).toMatch(/undefined variable: commander/);
      else expect(body).toBe('Nadia Benali');
    }
  });

  it('ends a template that never would', () => {
    const [words] = comms.words;
    if (!words) throw new Error('no words');
    const input = aPrepareInput({
      ...{ catalogue, words, phase: 'investigating', severity: 'SEV-2' },
      situation: aSituation(catalogue, {}, since),
    });
    const body =
      '{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}x{% endfor %}{% endfor %}{% endfor %}';
    const templates = comms.templates.map((one) => ({ ...one, body }));
    for (const { usedFallback } of prepareUpdate({ ...input, guide: { ...comms, templates } }).texts)
      expect(usedFallback).toMatch(/limit exceeded/);
  });
});

it('of a private incident, only leads are told', () => {
  const [words] = comms.words;
  if (!words) throw new Error('no words');
  const input = aPrepareInput({
    ...{ catalogue, words, phase: 'investigating', severity: 'SEV-1' },
    situation: aSituation(catalogue, {}, since),
  });
  expect(prepareUpdate({ ...input, isPrivate: true }).texts.map(({ audience }) => audience)).toEqual(['leads']);
});
