import 'server-only';
import type { DeliveryOutcome } from '@/lib/domain/comms/events';
import type { DeliveryRow } from './delivery-row';
import type { Told } from './tell-record';

/** What a row that came to something says to the record. */
export function toldOf(row: DeliveryRow, outcome: DeliveryOutcome, detail: string | null): Told {
  const { incident_number: number, update_id: updateId, channel, destination, id, attempts } = row;
  return { key: [id, String(attempts)], number, updateId, channel, destination, outcome, detail };
}
