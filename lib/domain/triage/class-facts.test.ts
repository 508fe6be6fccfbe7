import { describe, expect, it } from 'vitest';
import { toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident } from '@/lib/testing/an-incident';
import { outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import type { FailureClass } from '../catalogue/failure-class';
import type { RecordState } from '../record-state';
import { runbooksFor } from './class-facts';
import { nowLine } from './now-line';
import { rankClasses } from './rank-classes';

const commander = anActor('commander', 'Camille');
const errors: FailureClass = {
  ...{ id: 'errors', symptom: 'Everything fails', cause: 'Store or network', runbooks: ['storage', 'network'] },
  signals: [
    { service: 'store', status: 'down', opens: 'storage' },
    { service: 'api', status: 'degraded', opens: 'network' },
  ],
};
const uploads: FailureClass = { id: 'uploads', symptom: 'u', cause: 'c', runbooks: ['network'], signals: [] };
const base = aCatalogue({ failureClasses: [errors, uploads], noneOfThese: { runbooks: ['general'] } });
const [storage] = base.runbooks;
const catalogue = toCatalogueContent({
  ...base,
  runbooks: [...base.runbooks, { ...(storage ?? never()), id: 'general' }],
});
const row = (id: string, status: 'ok' | 'down' | 'degraded' | 'unknown') => ({ id, name: id, status });
const live = (...rows: ReturnType<typeof row>[]) =>
  rows.map(({ id, name, status }) => ({ serviceId: id, name, status, since: null, users: '' }));
const context = (...rows: ReturnType<typeof row>[]) => serverContext(commander, { catalogue, live: live(...rows) });
const set = (state: RecordState, failureClass: string | null, ...rows: ReturnType<typeof row>[]) =>
  recordAfter(state, 'triage.set_failure_class', { failureClass }, context(...rows));
const lists = ({ triage }: RecordState) => triage.checklists.map(({ id }) => id).slice(1);
const open = () => anIncident({ by: commander }).state;

function never(): never {
  throw new Error('the catalogue has a runbook');
}

describe('[T8] the runbooks that a class opens', () => {
  it.each([
    [[row('store', 'down')], ['storage']],
    [[row('api', 'degraded')], ['network']],
    [
      [row('api', 'degraded'), row('store', 'down')],
      ['storage', 'network'],
    ],
    [[row('api', 'ok'), row('store', 'ok')], ['storage']],
    [[row('api', 'unknown'), row('store', 'unknown')], ['storage']],
    [[], ['storage']],
  ])('%j: %j', (rows, runbooks) => {
    expect(runbooksFor(errors, rows)).toEqual(runbooks);
    expect(lists(set(open(), 'errors', ...rows))).toEqual(runbooks);
  });
});

describe('[T15] changing the class', () => {
  it('closes what the one before opened and nobody touched, back and forth', () => {
    const first = set(open(), 'errors', row('store', 'down'));
    const second = set(first, 'uploads', row('store', 'down'));
    expect(lists(second)).toEqual(['network']);
    expect(lists(set(second, 'errors', row('store', 'down')))).toEqual(['storage']);
  });

  it('leaves what somebody touched, and what a person opened', () => {
    const step = { checklistId: 'storage', itemId: 'look-at-the-drives' };
    const touched = recordAfter(set(open(), 'errors', row('store', 'down')), 'triage.tick', step, context());
    expect(lists(set(touched, 'uploads'))).toEqual(['storage', 'network']);
    const byHand = recordAfter(open(), 'triage.open_checklist', { checklistId: 'storage' }, context());
    expect(lists(set(set(byHand, 'errors', row('store', 'down')), 'uploads'))).toEqual(['storage', 'network']);
  });
});

describe('[T16] none of these', () => {
  it('opens the general checklist and leaves it unclassified; again is a noop; a class takes its place', () => {
    const none = set(set(open(), 'errors'), null);
    expect(none.triage).toMatchObject({ failureClass: null, noneFits: { by: { name: 'Camille' } } });
    expect(lists(none)).toEqual(['general']);
    expect(outcomeOn(none, 'triage.set_failure_class', { failureClass: null }, context())).toBe('noop');
    const known = set(none, 'uploads');
    expect(known.triage).toMatchObject({ failureClass: { id: 'uploads' }, noneFits: null });
    expect(lists(known)).toEqual(['network']);
  });

  it('[N8] [N11] leaves the clock running, and asks for no class again', () => {
    const { incident, triage, evidence } = set(open(), null);
    const at = (minute: number) => {
      const acknowledged = { ...incident, milestones: { acknowledged: incident.declaredAt } };
      return nowLine({
        ...{ incident: acknowledged, triage, evidence, actor: commander, recipes: [], clock: null },
        ...{ nowMs: Date.parse(incident.declaredAt) + minute * 60_000, escalation: catalogue.escalation },
        ...{ live: [row('store', 'down')], proposal: null, updateDue: null, postmortemDueAt: null, silentSince: null },
        classes: rankClasses([errors], [row('store', 'down')]),
      });
    };
    expect(at(1).rule).not.toBe('N11');
    expect(at(5)).toMatchObject({ rule: 'N8', act: { kind: 'call_backup' } });
  });
});

describe('[T14] the step that asks for the class', () => {
  const ask = { checklistId: 'first-five-minutes', itemId: 'look' };

  it('is ticked by setting it or by saying that none fits, not by hand', () => {
    expect(outcomeOn(open(), 'triage.tick', ask, context())).toBe('step_not_done');
    for (const id of ['errors', null]) expect(set(open(), id).triage.ticks).toHaveProperty(['first-five-minutes/look']);
  });
});

describe('[T11] the class of a full outage', () => {
  it('is suggested by rows of which nothing is known, in words that claim nothing else', () => {
    const silent: FailureClass = {
      ...{ id: 'silent', symptom: 's', cause: 'c', runbooks: ['network'] },
      signals: [
        { service: 'api', status: 'down' },
        { service: 'api', status: 'unknown' },
      ],
    };
    const [best] = rankClasses([errors, silent], [row('api', 'unknown'), row('store', 'unknown')]);
    expect(best).toMatchObject({ failureClass: { id: 'silent' }, because: 'nothing is known of api' });
    expect(rankClasses([errors, silent], [row('api', 'ok')])[0]?.because).toBe('');
  });
});
