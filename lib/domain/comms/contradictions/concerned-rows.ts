import type { CommsLookup } from '../../incident/record-context';
import type { CommsRecord } from '../record';

type Row = CommsLookup['situation']['rows'][number] & { status: 'down' | 'degraded' };

const isRed = (row: CommsLookup['situation']['rows'][number]): row is Row =>
  row.status === 'down' || row.status === 'degraded';

/** The rows in trouble that this incident is about: its own services, or all when it names none; with what users lose. */
export function redRows({ incident }: CommsRecord, { situation, feltBy }: CommsLookup) {
  return situation.rows
    .filter(isRed)
    .filter(({ serviceId }) => incident.services.length === 0 || incident.services.includes(serviceId))
    .map((row) => ({ ...row, functions: feltBy[row.serviceId]?.[row.status] ?? [] }));
}
