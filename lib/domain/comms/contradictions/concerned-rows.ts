import type { CommsLookup } from '../../incident/record-context';
import { rowHolding } from '../../incident/row-holding';
import type { CommsRecord } from '../record';

type Row = CommsLookup['situation']['rows'][number] & { status: 'down' | 'degraded' };

const isRed = (row: CommsLookup['situation']['rows'][number]): row is Row =>
  row.status === 'down' || row.status === 'degraded';

/** The incident's own rows in trouble (rule I22), with what users lose. */
export function redRows({ incident }: CommsRecord, { situation, feltBy, holders }: CommsLookup) {
  const holdingOf = rowHolding(incident, holders);
  return situation.rows
    .filter(isRed)
    .filter(({ serviceId }) => holdingOf(serviceId).by === 'own')
    .map((row) => ({ ...row, functions: feltBy[row.serviceId]?.[row.status] ?? [] }));
}
