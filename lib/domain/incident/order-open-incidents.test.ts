import { expect, test } from 'vitest';
import { orderOpenIncidents } from './order-open-incidents';

test('[I21] open incidents stand by severity, then by age', () => {
  const one = (number: string, severity: string, hour: string) => ({
    ...{ number, severity, declaredAt: `2026-11-22T${hour}:00:00.000Z` },
  });
  const incidents = [
    one('d', 'SEV-9', '01'),
    one('c', 'SEV-2', '03'),
    one('b', 'SEV-1', '05'),
    one('a', 'SEV-1', '04'),
  ];
  expect(orderOpenIncidents(incidents, ['SEV-1', 'SEV-2', 'SEV-3']).map(({ number }) => number)).toEqual([
    ...['a', 'b', 'c', 'd'],
  ]);
});
