import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import { functionRows } from '@/lib/domain/degradation/function-rows';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import type { ComponentStatus } from '@/lib/domain/health/health';
import type { CommsLookup } from '@/lib/domain/incident/record-context';
import { toCommsLookup } from '@/lib/server/comms/comms-lookup';
import { aCatalogue } from './a-catalogue';

interface Given {
  catalogue?: Catalogue;
  /** By service; the others are ok. */
  statuses?: Record<string, ComponentStatus>;
  /** Since when rows in trouble are. */
  since?: string;
  /** By way; the follow page only, unless told otherwise. */
  destinations?: Partial<Record<string, Destination[]>>;
}

/** What deciding on an update is told while these services are in these states. */
export function aCommsLookup({
  catalogue = aCatalogue(),
  statuses = {},
  since,
  destinations = {},
}: Given = {}): CommsLookup {
  const rows = catalogue.services.map((service): MatrixRow => {
    const { id: serviceId, name, degraded, down } = service;
    const status = statuses[serviceId] ?? 'ok';
    const impact = status === 'down' ? down : status === 'degraded' ? degraded : null;
    const told = { users: impact?.users ?? '', severity: impact?.severity ?? null, instances: [] };
    return { serviceId, name, status, since: since ?? '2026-11-22T11:58:00.000Z', ...told };
  });
  const byService = new Map(rows.map((row) => [row.serviceId, row]));
  const functions = functionRows(catalogue.functions, catalogue.services, byService);
  const ways: Partial<Record<string, Destination[]>> = { follow: ['follow'], ...destinations };
  return toCommsLookup(catalogue, { rows, functions }, (way) => ways[way] ?? []);
}
