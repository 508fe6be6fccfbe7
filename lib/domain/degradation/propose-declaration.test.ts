import { describe, expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import type { ComponentStatus } from '../health/health';
import type { RowHolder } from '../incident/row-holding';
import type { MatrixRow } from './matrix';
import { proposeDeclaration, troubleStart } from './propose-declaration';

const unfelt = { users: 'Nothing yet; the quorum is thin', sentence: '', severity: 'SEV-3', functions: {} };
const { services, severities } = aCatalogue({
  services: [
    ...aCatalogue().services,
    aService('db', {
      name: 'PostgreSQL',
      down: {
        users: 'Most user flows fail; what is cached still shows',
        ...{ sentence: '', severity: 'SEV-1', functions: { login: 'down' } },
      },
    }),
    aService('quorum', { degraded: unfelt, down: unfelt }),
  ],
});
const since: Record<string, string> = {
  store: '2026-11-22T03:10:00.000Z',
  db: '2026-11-22T03:04:00.000Z',
};

/** Trouble on top, as the matrix has it. */
function matrixOf(statuses: Record<string, ComponentStatus>) {
  const order = ['down', 'degraded', 'unknown', 'ok', 'disabled'];
  const rows = services.map(({ id, name, instances, ...service }): MatrixRow => {
    const status = statuses[id] ?? 'ok';
    const impact = status === 'down' || status === 'degraded' ? service[status] : null;
    const silence = status === 'unknown' ? { silence: 'no_answer' as const } : {};
    // What a row of components is read from are targets too.
    const readings = (instances.length > 0 ? instances : ['blue', 'green']).map((one) => ({
      targetId: one,
      targetName: one,
      component: '',
      status,
      since: since[id] ?? null,
      ...silence,
    }));
    const { users = '', severity = null } = impact ?? {};
    return { serviceId: id, name, status, since: since[id] ?? null, users, severity, instances: readings };
  });
  return { sentence: 'What users feel.', rows: rows.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status)) };
}
const propose = (statuses: Record<string, ComponentStatus>, holders: RowHolder[] = [], from?: string) =>
  proposeDeclaration(matrixOf(statuses), { services, severities }, holders, from);
const held = (...of: string[]) => [{ number: 'INC-2026-0007', services: of }];

describe('[I26] what the matrix would declare', () => {
  it('all red rows, named after the worst in the words of what users feel, with severity, rule and reason', () => {
    expect(propose({ store: 'down', db: 'down' })).toMatchObject({
      title: 'Most user flows fail',
      sentence: 'What users feel.',
      services: ['store', 'db'],
      proposal: { severity: 'SEV-1', rule: 'S2', because: 'PostgreSQL is down' },
    });
  });

  it('one row alone when it is declared from there; the severity stays that of all that nobody holds', () => {
    expect(propose({ store: 'down', db: 'down' }, [], 'store')).toMatchObject({
      title: 'store fails',
      services: ['store'],
      proposal: { severity: 'SEV-1' },
    });
  });

  it('a row that users do not feel is named by what it is', () => {
    expect(propose({ quorum: 'degraded' })).toMatchObject({ title: 'quorum is degraded', services: ['quorum'] });
  });

  it('everything unknown is an outage until somebody knows better', () => {
    const dark = Object.fromEntries(services.map(({ id }) => [id, 'unknown' as const]));
    expect(propose(dark)).toMatchObject({
      title: 'api does not answer',
      services: ['api'],
      proposal: { severity: 'SEV-1', rule: 'S1' },
    });
    expect(propose(dark).rows).toHaveLength(services.length);
    expect(propose(dark, [], 'store')).toMatchObject({ title: 'Nothing is known of store', services: ['store'] });
  });

  it('half known: what is red and what does not answer', () => {
    expect(propose({ api: 'unknown', store: 'down' })).toMatchObject({
      title: 'api does not answer',
      services: ['store', 'api'],
    });
  });

  it('leaves out what an open incident names, and says which', () => {
    const { services: ticked, proposal, rows } = propose({ store: 'down', db: 'down' }, held('db'));
    expect(ticked).toEqual(['store']);
    expect(proposal).toMatchObject({ severity: 'SEV-2', because: 'store is down' });
    expect(rows.map(({ serviceId, heldBy }) => [serviceId, heldBy])).toEqual([
      ['store', null],
      ['db', 'INC-2026-0007'],
    ]);
    expect(propose({ db: 'down' }, held('db'), 'db')).toMatchObject({ services: ['db'], proposal: null });
  });

  it('nothing while all is well', () => {
    expect(propose({})).toMatchObject({ title: '', services: [], rows: [], proposal: null });
  });

  it('the impact started with the first row that is ticked', () => {
    const { rows } = propose({ store: 'down', db: 'down', api: 'unknown' });
    expect(troubleStart(rows, ['store', 'db', 'api'])).toBe(since.db);
    expect(troubleStart(rows, ['store'])).toBe(since.store);
    expect(troubleStart(rows, [])).toBeNull();
  });
});
