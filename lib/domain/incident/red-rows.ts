import { accept, type Decision, refuse } from '../kernel/decision';
import type { IncidentEvent } from './events';
import type { Despite, IncidentState } from './incident';
import type { LiveSituation, RecordContext } from './record-context';
import { type RowHolder, rowHolding } from './row-holding';

type Row = LiveSituation['rows'][number];
/** A row that is down or degraded. */
type RedRow = Row & { status: 'down' | 'degraded' };

const isRed = (row: Row): row is RedRow => row.status === 'down' || row.status === 'degraded';

/** The incident's own rows (rule I22) that are down or degraded. */
export function ownRedRows(
  incident: Pick<IncidentState, 'number' | 'services' | 'status'>,
  rows: LiveSituation['rows'],
  holders: readonly RowHolder[] = [],
): RedRow[] {
  const holdingOf = rowHolding(incident, holders);
  return rows.filter(isRed).filter(({ serviceId }) => holdingOf(serviceId).by === 'own');
}

type Ending = Extract<IncidentEvent, { type: 'incident.mitigated' | 'incident.resolved' }>;

/**
 * Rule I27: an incident is marked mitigated or resolved while a row of its own is red only with a reason, which stays
 * with the fact. A browser knows no rows: it goes ahead, and the server decides.
 */
export function heldToRows(
  event: Ending,
  incident: IncidentState,
  reason: string | undefined,
  { looked }: RecordContext,
): Decision<IncidentEvent> {
  const red = ownRedRows(incident, looked?.live ?? [], looked?.holders);
  const rows = red.map(({ serviceId, name, status }) => ({ serviceId, name, status }));
  if (rows.length > 0 && reason === undefined)
    return refuse({ code: 'rows_still_red', rows: red.map(({ name, status }) => ({ name, status })) });
  if (rows.length === 0 || reason === undefined) return accept(event);
  const despite: Despite = { reason, rows };
  return event.type === 'incident.mitigated'
    ? accept<IncidentEvent>({ ...event, data: { ...event.data, despite } })
    : accept<IncidentEvent>({ ...event, data: { ...event.data, despite } });
}

/** "although MinIO is down: users confirm" */
export function sayDespite({ reason, rows }: Despite): string {
  const names = rows.map(({ name, status }) => `${name} is ${status}`).join(', ');
  return `Although ${names}: ${reason}`;
}
