import type { CommsLookup } from '../../incident/record-context';
import { ownRedRows } from '../../incident/red-rows';
import type { CommsRecord } from '../record';

/** The incident's own rows in trouble (rule I22), with what users lose. */
export function redRows({ incident }: CommsRecord, { situation, feltBy, holders }: CommsLookup) {
  return ownRedRows(incident, situation.rows, holders).map((row) => ({
    ...row,
    functions: feltBy[row.serviceId]?.[row.status] ?? [],
  }));
}
