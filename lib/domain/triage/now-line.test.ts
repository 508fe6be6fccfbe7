import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { savedFile } from '@/lib/testing/command-samples';
import type { DomainEvent } from '../contents';
import { responseClock } from '../incident/response-clock';
import { type NowFacts, nowLine } from './now-line';
import { nowRules } from './now-rules';
import { rankClasses } from './rank-classes';

const commander = anActor('commander', 'Camille');
const second = anActor('commander', 'Second');
const ref = ({ kind, id, name }: typeof commander) => ({ kind, id, name });
const at = (minute: number, second = 0) => Date.UTC(2026, 10, 22, 12, minute, second);
const store = (status: 'ok' | 'degraded' | 'down') => [{ id: 'store', name: 'Store', status }];
const catalogue = aCatalogue();

/** The situation twelve seconds after the declaration, then `over`. */
function facts(events: DomainEvent[], over: Partial<NowFacts> & { live?: NowFacts['live'] } = {}): NowFacts {
  const { incident, triage, evidence } = anIncidentAfter(commander, ...events);
  const nowMs = over.nowMs ?? at(0, 12);
  return {
    ...{
      incident,
      triage,
      evidence,
      recipes: catalogue.evidence.recipes,
      actor: commander,
      nowMs,
      escalation: catalogue.escalation,
      live: store('down'),
    },
    ...{ proposal: null, postmortemDueAt: null, updateDue: null, silentSince: null },
    clock: responseClock(incident, catalogue.severities, catalogue.calendar, nowMs),
    classes: rankClasses(catalogue.failureClasses, over.live ?? store('down')),
    ...over,
  };
}

const toldAll = { toPost: null, untold: null, isStuck: false, asks: null, reminders: [] };
const toPost = { names: ['Status page', 'Email blast'], dueAt: null, isUrgent: true };

const step = (itemId: string, checklistId = 'first-five-minutes') => ({ checklistId, itemId, title: `Do ${itemId}` });
const tick = (...args: [string, string?]): DomainEvent => ({ type: 'triage.item_ticked', data: step(...args) });
const acknowledged: DomainEvent = {
  type: 'incident.milestone_set',
  data: { milestone: 'acknowledged', at: new Date(at(0, 5)).toISOString(), from: null },
};
const ready = [tick('acknowledge'), acknowledged];
const looked = [...ready, tick('read')];
const failureClass = { id: 'uploads-fail', symptom: 'Tracks do not upload', cause: 'Storage is down' };
const classSet: DomainEvent = { type: 'triage.failure_class_set', data: { from: null, failureClass } };
const allDone = [...looked, tick('look'), classSet];
const restartOpened: DomainEvent = {
  type: 'triage.checklist_opened',
  data: {
    checklist: {
      id: 'storage',
      title: 'Storage',
      items: [{ id: 'restart-it', title: 'Restart it', gate: 'mitigation', needs: ['api-log'] }],
    },
  },
};
const saved: DomainEvent = { type: 'evidence.captured', data: savedFile };
const moved = (type: 'incident.identified'): DomainEvent => ({ type, data: { from: 'investigating' } });
const mitigated: DomainEvent = { type: 'incident.mitigated', data: { from: 'investigating', how: 'Restarted' } };
const resolved: DomainEvent = {
  type: 'incident.resolved',
  data: { from: 'mitigated', cause: 'A drive', mitigation: 'Restarted' },
};
const due = (iso: string): DomainEvent => ({ type: 'triage.item_due_set', data: { ...step('look'), dueAt: iso } });
const changed = (from: 'ok' | 'down', to: 'ok' | 'down'): DomainEvent => ({
  type: 'timeline.service_changed',
  data: { serviceId: 'store', name: 'Store', from, to, users: '', instances: [] },
});
const give: DomainEvent = { type: 'triage.item_assigned', data: { ...step('look'), to: ref(commander) } };
const nobody = (over: NowFacts): NowFacts => ({ ...over, incident: { ...over.incident, commander: null } });

const cases: [rule: string, what: string, facts: NowFacts, say: RegExp, act: object | undefined][] = [
  [
    'N1',
    'merged',
    facts([{ type: 'incident.merged', data: { from: 'investigating', into: 'INC-2026-0002', title: 't' } }]),
    /INC-2026-0002/,
    { kind: 'open_incident' },
  ],
  [
    'N2',
    'command is offered to me',
    facts([{ type: 'incident.command_offered', data: { to: ref(second), summary: [] } }], { actor: second }),
    /Camille offers you command/,
    { kind: 'accept_command' },
  ],
  [
    'N3',
    'the response is overdue',
    facts([], { nowMs: at(31) }),
    /Do acknowledge/,
    { kind: 'tick', itemId: 'acknowledge' },
  ],
  ['N4', 'nobody commands', nobody(facts([])), /Take command/, { kind: 'take_command' }],
  [
    'N4',
    'nobody commands, seen by one who may not',
    nobody(facts([], { actor: anActor('responder') })),
    /Find somebody/,
    undefined,
  ],
  ['N5', 'nobody acknowledged', facts([]), /Do acknowledge/, { kind: 'tick', itemId: 'acknowledge' }],
  [
    'N6',
    'the matrix proposes more',
    facts(ready, { proposal: { severity: 'SEV-1', because: 'all is down' } }),
    /Raise it to SEV-1/,
    { kind: 'raise_severity', to: 'SEV-1' },
  ],
  [
    'N7',
    'broken again after it was mitigated',
    facts([mitigated]),
    /Store is down again/,
    { kind: 'move', to: 'investigating' },
  ],
  [
    'N8',
    'unclassified for five minutes',
    facts(ready, { nowMs: at(5, 1) }),
    /Call the on-call lead/,
    { kind: 'call_backup' },
  ],
  [
    'N9',
    'its services are ok again',
    facts([...ready, changed('down', 'ok')], { live: store('ok') }),
    /mitigated, if users confirm/,
    { kind: 'move', to: 'mitigated' },
  ],
  [
    'N10',
    'a step is overdue',
    facts([...allDone.slice(0, 3), classSet, due('2026-11-22T12:01:00.000Z')], { nowMs: at(2) }),
    /Do look/,
    { kind: 'tick', itemId: 'look' },
  ],
  [
    'N11',
    'the matrix suggests a class',
    facts(looked),
    /Tracks do not upload\?/,
    { kind: 'set_class', failureClass: 'uploads-fail' },
  ],
  ['N12', 'a step is next', facts(ready), /Do read/, { kind: 'tick', itemId: 'read' }],
  [
    'N12',
    'a step of mine is next',
    facts([...ready, give]),
    /Do look/,
    { kind: 'perform', doing: { kind: 'classify' } },
  ],
  [
    'N12',
    '[E2] the next step is locked',
    facts([...allDone, restartOpened]),
    /Logs first: save API log/,
    { kind: 'capture', recipes: ['api-log'] },
  ],
  ['N12', '[E2] it was saved', facts([...allDone, restartOpened, saved]), /Restart it/, { kind: 'tick' }],
  ['N13', 'every step is done', facts(allDone), /Mark it identified/, { kind: 'move', to: 'identified' }],
  [
    'N14',
    'the cause is known',
    facts([...allDone, moved('incident.identified')]),
    /mark it mitigated/,
    { kind: 'move', to: 'mitigated' },
  ],
  [
    'N15',
    'mitigated and quiet',
    facts([mitigated], { live: store('ok') }),
    /Resolve it/,
    { kind: 'move', to: 'resolved' },
  ],
  [
    'N16',
    'a postmortem is owed',
    facts([mitigated, resolved], { postmortemDueAt: '2026-11-29T12:00:00.000Z' }),
    /Finish the postmortem\./,
    { kind: 'postmortem' },
  ],
  [
    'N16',
    'a postmortem is late',
    facts([mitigated, resolved], { postmortemDueAt: '2026-11-22T11:00:00.000Z' }),
    /overdue/,
    { kind: 'postmortem' },
  ],
  [
    'N19',
    'an update is due',
    facts([...allDone, classSet], {
      live: store('ok'),
      updateDue: { dueAt: '2026-11-22T12:05:00.000Z', isOverdue: false, isFirst: true },
    }),
    /Send the first update/,
    { kind: 'write_update' },
  ],
  [
    'N19',
    'an update is late, by the minute',
    facts([...allDone, classSet], {
      nowMs: at(17),
      updateDue: { dueAt: '2026-11-22T12:05:00.000Z', isOverdue: true, isFirst: false },
    }),
    /Send the next update/,
    { kind: 'write_update' },
  ],
  [
    'N19',
    'the last update reached nobody',
    facts([...allDone, classSet], {
      live: store('ok'),
      updateDue: { dueAt: '2026-11-22T12:05:00.000Z', isOverdue: true, isFirst: true },
      telling: { ...toldAll, isStuck: true },
    }),
    /no place has taken it/,
    { kind: 'write_update' },
  ],
  [
    'N19',
    'a newer update is due while texts of the last one were never posted',
    facts([...allDone, classSet], {
      live: store('ok'),
      updateDue: { dueAt: '2026-11-22T12:05:00.000Z', isOverdue: true, isFirst: false },
      telling: { ...toldAll, toPost },
    }),
    /Send the next update/,
    { kind: 'write_update' },
  ],
  [
    'N20',
    'texts to post are due',
    facts([...allDone, classSet], {
      live: store('ok'),
      updateDue: { dueAt: '2026-11-22T12:05:00.000Z', isOverdue: true, isFirst: true },
      telling: { ...toldAll, isStuck: true, toPost },
    }),
    /Post 2 texts: Status page, Email blast/,
    { kind: 'post_texts' },
  ],
  [
    'N20',
    'it is over and texts wait for posting',
    facts([mitigated, resolved], { telling: { ...toldAll, toPost: { ...toPost, isUrgent: false } } }),
    /Post 2 texts/,
    { kind: 'post_texts' },
  ],
  [
    'N21',
    'mitigated, and people were not told',
    facts([...allDone, classSet, mitigated], {
      live: store('ok'),
      telling: { ...toldAll, untold: { said: 'Investigating', holds: 'monitoring' } },
    }),
    /Send the Monitoring update/,
    { kind: 'write_update' },
  ],
  [
    'N21',
    'resolved, and people were not told: before the postmortem',
    facts([mitigated, resolved], {
      postmortemDueAt: '2026-11-29T12:00:00.000Z',
      telling: { ...toldAll, untold: { said: 'Monitoring', holds: 'resolved' } },
    }),
    /Send the RESOLVED update/,
    { kind: 'write_update' },
  ],
  [
    'N21',
    'whoever may not send is told whom to ask',
    facts([mitigated, resolved], {
      telling: { ...toldAll, asks: 'Rafael', untold: { said: 'Monitoring', holds: 'resolved' } },
    }),
    /Ask Rafael to send the RESOLVED update/,
    { kind: 'ask' },
  ],
  ['N17', 'nothing is owed', facts([mitigated, resolved]), /Close it/, { kind: 'move', to: 'closed' }],
  [
    'N18',
    'closed',
    facts([mitigated, resolved, { type: 'incident.closed', data: { from: 'resolved' } }]),
    /Nothing is left/,
    undefined,
  ],
];

describe('[N19] [M18] an overdue update', () => {
  const late = (actorId: string) =>
    nowLine(
      facts([...allDone, classSet], {
        nowMs: at(17),
        actor: { ...commander, id: actorId },
        updateDue: { dueAt: '2026-11-22T12:05:00.000Z', isOverdue: true, isFirst: false },
        telling: {
          ...toldAll,
          reminders: [
            { id: 'r', name: 'Rafael Ortiz', at: '2026-11-22T12:05:30.000Z', isReached: true },
            { id: 'c', name: 'Camille Roux', at: '2026-11-22T12:10:10.000Z', isReached: true },
          ],
        },
      }),
    ).why;

  it('says by how much, who was reminded, and whose it is now', () => {
    expect(late('c')).toBe(
      'It is 12 min overdue: it was promised for 2026-11-22 12:05 UTC. Rafael Ortiz was reminded at 12:05 UTC, Camille Roux was reminded at 12:10 UTC; now it is yours.',
    );
    expect(late('r')).not.toContain('yours');
  });
});

describe('the NOW line', () => {
  it.each(cases)('[%s] %s', (rule, _, given, say, act) => {
    const line = nowLine(given);
    expect(line).toMatchObject({ rule, say: expect.stringMatching(say), why: expect.stringMatching(/\w/) });
    if (act) expect(line.act).toMatchObject(act);
    else expect(line.act).toBeUndefined();
  });

  it('[N0] of a page that hears nothing is about that, and tells what it said then as history, with nothing to press', () => {
    const live = facts([], { live: store('down') });
    const silent = nowLine({ ...live, silentSince: new Date(at(0, 7)).toISOString() });
    expect(silent).toEqual({
      rule: 'N0',
      say: 'This page has heard nothing since 12:00:07 UTC.',
      why: expect.stringContaining(`As of 12:00:07 UTC, NOW said: ${nowLine(live).say}`),
    });
  });

  it('has a case here for every rule', () => {
    const shown = new Set(cases.map(([rule]) => rule));
    expect(Object.keys(nowRules).filter((rule) => !shown.has(rule))).toEqual([]);
  });
});

describe('[T11] ranking the symptoms', () => {
  const classes = ['a', 'b', 'c', 'd'].map((id) => ({ id, symptom: id, cause: id, runbooks: [], signals: [] }));
  const withSignals = (id: string, ...signals: [string, 'down' | 'degraded'][]) => ({
    ...{ id, symptom: id, cause: id, runbooks: [] },
    signals: signals.map(([service, status]) => ({ service, status })),
  });

  it('keeps the order of the catalogue while nothing suggests anything', () => {
    expect(rankClasses(classes, store('ok')).map(({ failureClass }) => failureClass.id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('puts the closest match on top, and says why', () => {
    const known = [
      withSignals('broad', ['db', 'down'], ['redis', 'down']),
      withSignals('slow', ['redis', 'degraded']),
      withSignals('narrow', ['redis', 'down']),
    ];
    const ranked = rankClasses(known, [{ id: 'redis', name: 'Redis', status: 'down' }]);
    expect(ranked.map(({ failureClass, because }) => [failureClass.id, because])).toEqual([
      ['narrow', 'Redis is down'],
      ['broad', 'Redis is down'],
      ['slow', 'Redis is down'],
    ]);
  });
});
