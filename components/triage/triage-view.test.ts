import { describe, expect, it } from 'vitest';
import { toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import { findChecklist } from '@/lib/domain/catalogue/find-checklist';
import { listChecklists } from '@/lib/domain/catalogue/list-checklists';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, anIncidentAfter } from '@/lib/testing/an-incident';
import { comingMoment } from './coming-moment';
import { searchChecklists } from './search-checklists';
import { type GateView, viewLists } from './step-view';

const commander = anActor('commander');
const step = { checklistId: 'first-five-minutes', title: 'x' };
const none = new Set<string>();
const nothing = new Map<string, string>();
const nothingSaved = { items: [], waived: {}, recipes: [{ id: 'api-log', title: 'API log' }] };

describe('[T1] [T4] checklists as they are shown', () => {
  const items = anIncident().state.triage.checklists[0]?.items ?? [];

  it('count what nobody has to do any more, skipped steps too', () => {
    const [first, second] = items.map(({ id }) => id);
    const { triage } = anIncidentAfter(
      commander,
      { type: 'triage.item_ticked', data: { ...step, itemId: first ?? '' } },
      { type: 'triage.item_skipped', data: { ...step, itemId: second ?? '', reason: 'not here' } },
    );
    const [list] = viewLists(triage, new Set([`first-five-minutes/${first}`]), nothingSaved, nothing);
    expect(list).toMatchObject({ settled: 2, isFinished: items.length === 2 });
    expect(list?.steps[0]).toMatchObject({ tick: { by: { name: commander.name } }, isPending: true });
    expect(list?.steps[1]).toMatchObject({ skip: { reason: 'not here' }, isPending: false });
  });

  it('are finished when every step is settled, and not when there is none', () => {
    const { triage } = anIncidentAfter(
      commander,
      ...items.map(({ id }) => ({ type: 'triage.item_ticked' as const, data: { ...step, itemId: id } })),
    );
    expect(viewLists(triage, none, nothingSaved, nothing)[0]?.isFinished).toBe(true);
    const empty = { ...triage, checklists: [{ id: 'empty', title: 'Empty', items: [] }] };
    expect(viewLists(empty, none, nothingSaved, nothing)[0]?.isFinished).toBe(false);
  });
});

describe('[E1] a locked step', () => {
  const items = [{ id: 'restart-it', title: 'Restart it', gate: 'mitigation' as const, needs: ['api-log', 'gone'] }];
  const triage = { ...anIncident().state.triage, checklists: [{ id: 'storage', title: 'Storage', items }] };
  const missing = (gate: GateView) => viewLists(triage, none, gate, nothing)[0]?.steps[0]?.missing;

  it('says what it needs in the words of the catalogue, and opens by what was saved or waived', () => {
    expect(missing(nothingSaved)).toEqual([
      { id: 'api-log', title: 'API log' },
      { id: 'gone', title: 'gone' },
    ]);
    const had = { ...nothingSaved, items: [{ recipe: 'api-log' }], waived: { gone: true } };
    expect(missing(had)).toEqual([]);
  });
});

describe('[T6] what can be opened', () => {
  const content = toCatalogueContent(aCatalogue());
  const library = listChecklists(content);

  it('are checklists, runbooks and their parts, each by an id that the record knows', () => {
    expect(library.map(({ id }) => id)).toContain('storage.mend');
    for (const { id } of library) expect(findChecklist(content, id), id).not.toBeNull();
  });

  it.each(['storge', 'when storage fails', 'mend sotrage'])('are found by %j', (query) => {
    expect(searchChecklists(library)(query)[0]?.id).toMatch(/^storage/);
  });
});

it('[T5] a time that a step is due at is the next one by that clock', () => {
  const now = Date.parse('2026-11-22T23:50:00Z');
  expect(comingMoment('23:55', now)).toBe('2026-11-22T23:55:00.000Z');
  expect(comingMoment('00:10', now)).toBe('2026-11-23T00:10:00.000Z');
  expect(comingMoment('nonsense', now)).toBeNull();
});
