import { expect, test } from 'vitest';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { readView, sortRows, writeView } from './matrix-view';

const row = (name: string, severity: string | null, since: string | null): MatrixRow => ({
  serviceId: name.toLowerCase(),
  name,
  status: severity ? 'down' : 'ok',
  since,
  users: '',
  severity,
  instances: [],
});

const rows = [
  row('Queue', 'SEV-2', '2026-11-22T03:00:00Z'),
  row('Cache', 'SEV-1', '2026-11-22T03:05:00Z'),
  row('api', null, null),
];
const names = (sort: 'service' | 'status' | 'since' | 'severity', isReversed: boolean) =>
  sortRows(rows, { sort, isReversed }, ['SEV-1', 'SEV-2']).map(({ name }) => name);

test('rows sort by each column, and what has no value stays at the end both ways', () => {
  expect(names('status', false)).toEqual(['Queue', 'Cache', 'api']);
  expect(names('status', true)).toEqual(['api', 'Cache', 'Queue']);
  expect(names('service', false)).toEqual(['api', 'Cache', 'Queue']);
  expect(names('since', false)).toEqual(['Cache', 'Queue', 'api']);
  expect(names('since', true)).toEqual(['Queue', 'Cache', 'api']);
  expect(names('severity', false)).toEqual(['Cache', 'Queue', 'api']);
  expect(names('severity', true)).toEqual(['Queue', 'Cache', 'api']);
});

test('the view survives the address, and what the address invents is left out', () => {
  const view = { functionId: 'upload', sort: 'since', isReversed: true, openId: 'minio' } as const;
  expect(writeView(view)).toBe('?function=upload&sort=-since&row=minio');
  expect(readView(new URLSearchParams(writeView(view)), ['upload'])).toEqual(view);
  const usual = { functionId: null, sort: 'status', isReversed: false, openId: null } as const;
  expect(readView(new URLSearchParams('function=nonsense&sort=-colour'), ['upload'])).toEqual(usual);
  expect(writeView(usual)).toBe('');
});
