import 'server-only';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';

/** A delivery that this process has begun, as its row is. */
export interface DeliveryRow {
  id: string;
  incident_number: string;
  update_id: string;
  channel: string;
  destination: Destination;
  payload: DeliveryPayload;
  state: string;
  attempts: number;
  node: string | null;
  problem: string | null;
  created_at: Date;
}

export const deliveryColumns = `d.id, d.incident_number, d.update_id, d.channel, d.destination, d.payload, d.state,
  d.attempts, d.node, d.problem, d.created_at`;
