import { describe, expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { aHealthView, aSilentTarget, aTarget, noonMs } from '@/lib/testing/a-target';
import { buildMatrix } from './build-matrix';

const catalogue = aCatalogue();
const row = (matrix: ReturnType<typeof buildMatrix>, id: string) =>
  matrix.rows.find((candidate) => candidate.serviceId === id);

describe('the matrix', () => {
  it('[D6] says that everything works only when everything is known to', () => {
    const matrix = buildMatrix(
      catalogue,
      aHealthView(aTarget('blue', { store: 'ok' }), aTarget('green', { store: 'ok' })),
      noonMs,
    );
    expect(matrix).toMatchObject({
      sentence: 'Everything works: uploads and login.',
      overall: 'ok',
      proposal: null,
      since: null,
    });
  });

  it('[D3] [S2] a shared service that is down everywhere is down, with its sentence first', () => {
    const matrix = buildMatrix(
      catalogue,
      aHealthView(aTarget('blue', { store: 'down' }), aTarget('green', { store: 'down' })),
      noonMs,
    );
    expect(matrix.rows[0]).toMatchObject({
      serviceId: 'store',
      status: 'down',
      users: 'store fails',
      severity: 'SEV-2',
    });
    expect(matrix.sentence).toBe('store fails. Not working: uploads. Working: login.');
    expect(matrix.proposal).toMatchObject({ severity: 'SEV-2', rule: 'S2' });
  });

  it('[D3] [S3] down here and ok there is degraded', () => {
    const matrix = buildMatrix(
      catalogue,
      aHealthView(aTarget('blue', { store: 'down' }), aTarget('green', { store: 'ok' })),
      noonMs,
    );
    expect(row(matrix, 'store')).toMatchObject({ status: 'degraded' });
    expect(matrix.proposal).toMatchObject({ rule: 'S3' });
  });

  it('[D4] one silent instance is routed around, and the other still speaks for shared services', () => {
    const matrix = buildMatrix(
      catalogue,
      aHealthView(aSilentTarget('blue', { store: 'ok' }), aTarget('green', { store: 'ok' })),
      noonMs,
    );
    expect(row(matrix, 'api')).toMatchObject({ status: 'degraded', users: 'routed around' });
    expect(row(matrix, 'store')).toMatchObject({ status: 'ok' });
  });

  it('[D4] [S1] [P1] when no instance answers nothing is ok, and the worst is assumed', () => {
    const matrix = buildMatrix(
      catalogue,
      aHealthView(aSilentTarget('blue', { store: 'ok' }), aSilentTarget('green', { store: 'ok' })),
      noonMs,
    );
    expect(matrix.rows.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(matrix.sentence).toBe('We cannot see the platform: neither API blue nor API green answers.');
    expect(matrix.functions.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(matrix.proposal).toMatchObject({ severity: 'SEV-1', rule: 'S1' });
  });

  it('[H20] [P1] values turn unknown by the passing of time alone', () => {
    const view = aHealthView(aTarget('blue', { store: 'ok' }), aTarget('green', { store: 'ok' }));
    expect(buildMatrix(catalogue, view, noonMs + 10_000).overall).toBe('ok');
    const late = buildMatrix(catalogue, view, noonMs + 10_001);
    expect(late.overall).toBe('unknown');
    expect(late.sentence).not.toMatch(/work/);
  });

  it('[D2] an instance that answers "down" about its database is itself up', () => {
    const matrix = buildMatrix(catalogue, aHealthView(aTarget('blue', { store: 'down' }, { status: 'down' })), noonMs);
    expect(row(matrix, 'api')).toMatchObject({ status: 'ok' });
  });

  it('[D5] a function is unknown while a service that could break it is unknown', () => {
    const matrix = buildMatrix(catalogue, aHealthView(aTarget('blue', { store: 'unknown' })), noonMs);
    expect(matrix.sentence).toBe('Not known: uploads. Working: login.');
  });

  it('[D8] says what users feel once, and leaves out what they do not', () => {
    const queue = aService('queue', {
      degraded: { users: 'late', sentence: 'New ones are late.', severity: 'SEV-2', functions: { upload: 'degraded' } },
    });
    const both = aCatalogue({ services: [...catalogue.services, queue] });
    const view = aHealthView(aTarget('blue', { store: 'down', queue: 'degraded' }), aSilentTarget('green'));
    expect(buildMatrix(both, view, noonMs).sentence).toBe('store fails. Not working: uploads. Working: login.');
    const calm = aHealthView(aTarget('blue', { store: 'ok', queue: 'ok' }), aSilentTarget('green'));
    expect(buildMatrix(both, calm, noonMs).sentence).toBe('One instance is out. Working: uploads and login.');
  });

  it('[D3] disabled on the instance that answers is disabled, not unknown', () => {
    const view = aHealthView(aTarget('blue', { store: 'disabled' }), aSilentTarget('green', { store: 'disabled' }));
    expect(row(buildMatrix(catalogue, view, noonMs), 'store')).toMatchObject({ status: 'disabled' });
  });

  it('[D7] shows a component that no row knows', () => {
    const matrix = buildMatrix(catalogue, aHealthView(aTarget('blue', { store: 'ok', warp_drive: 'ok' })), noonMs);
    expect(matrix.unmapped).toEqual([{ targetId: 'blue', targetName: 'API blue', key: 'warp_drive', status: 'ok' }]);
  });

  it('[D13] names every function that fails or is impaired, once', () => {
    const wide = aService('store', {
      down: {
        ...{ users: 'Uploads fail', sentence: 'Uploads fail.', severity: 'SEV-2' },
        functions: { upload: 'down', login: 'degraded' },
      },
    });
    const view = aHealthView(aTarget('blue', { store: 'down' }));
    const services = [wide];
    expect(buildMatrix(aCatalogue({ services }), view, noonMs).sentence).toBe(
      'Uploads fail. Slow or failing in part: login.',
    );
    const total = [{ ...wide, down: { ...wide.down, functions: { upload: 'down', login: 'down' } as const } }];
    expect(buildMatrix(aCatalogue({ services: total }), view, noonMs).sentence).toBe(
      'Uploads fail. Nothing that users do works.',
    );
  });

  it('[D14] does not say that everything works beside a component that no row knows and that is not well', () => {
    const view = aHealthView(
      aTarget('blue', { store: 'ok', recommender: 'down' }),
      aTarget('green', { store: 'ok', recommender: 'down' }),
    );
    expect(buildMatrix(catalogue, view, noonMs)).toMatchObject({
      sentence:
        'recommender is down on API blue and API green; no row of the matrix has it, so nobody knows what users feel. ' +
        'Working, as far as the matrix knows: uploads and login.',
      overall: 'unknown',
    });
    const [unread] = aHealthView(aTarget('blue', { store: 'ok', recommender: 'unknown' })).targets;
    const flags = unread?.components.map((one) => ({ ...one, message: `${one.key} is false` })) ?? [];
    const flagged = buildMatrix(catalogue, aHealthView(aTarget('blue', {}, { components: flags })), noonMs);
    expect(flagged.sentence).toMatch(/^recommender is false on API blue;/);
    const silent = aHealthView(aTarget('blue', { store: 'ok' }), aSilentTarget('green', { recommender: 'down' }));
    expect(buildMatrix(catalogue, silent, noonMs).sentence).not.toContain('recommender');
  });

  it('[D14] says so when a target calls itself degraded and names nothing that is', () => {
    const view = aHealthView(
      aTarget('blue', { store: 'ok' }, { status: 'degraded' }),
      aTarget('green', { store: 'ok' }),
    );
    expect(buildMatrix(catalogue, view, noonMs)).toMatchObject({
      sentence:
        'API blue reports itself degraded but names nothing that is. Working, as far as the matrix knows: uploads and login.',
      overall: 'unknown',
    });
  });

  it('[H30] [S1] says of values that only grew old that nothing new came, and proposes an outage of them only after long', () => {
    const view = aHealthView(aTarget('blue', { store: 'ok' }), aTarget('green', { store: 'ok' }));
    const stale = buildMatrix(catalogue, view, noonMs + 12_000);
    expect(stale.sentence).toBe('We cannot see the platform: nothing new from API blue and API green.');
    expect(stale.proposal).toBeNull();
    expect(buildMatrix(catalogue, view, noonMs + 20_001).proposal).toMatchObject({ severity: 'SEV-1', rule: 'S1' });
    const refused = aHealthView(aSilentTarget('blue'), aSilentTarget('green'));
    expect(buildMatrix(catalogue, refused, noonMs).sentence).toMatch(/neither API blue nor API green answers\.$/);
  });

  it('keys match whatever their spelling, and the console itself is no part of the platform', () => {
    const spelled = aCatalogue({ services: [aService('store', { healthKeys: ['object_store'] })] });
    const view = aHealthView(
      aTarget('blue', { 'Object-Store': 'down' }),
      aTarget('console', { object_store: 'ok' }, { self: true }),
    );
    expect(buildMatrix(spelled, view, noonMs).rows[0]).toMatchObject({
      status: 'down',
      instances: [{ targetId: 'blue' }],
    });
  });
});
