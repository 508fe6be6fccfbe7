'use client';

import { AddRowLine } from '@/components/incident/add-row-line';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { rowHolding } from '@/lib/domain/incident/row-holding';
import type { RecordState } from '@/lib/domain/record-state';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';

interface AddSignalRowsProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  onAdd: (serviceId: string) => void;
}

/** Rule I24: the rows in trouble that speak for the failure class are offered, where the incident does not name them. */
export function AddSignalRows({ state: { incident, triage }, actor, catalogue, onAdd }: AddSignalRowsProps) {
  const { matrix, holders } = useLiveFacts();
  const known = catalogue.failureClasses.find(({ id }) => id === triage.failureClass?.id);
  if (!known || incident.status === 'closed' || !isAllowed(actor.role, 'incident.add_services')) return null;
  const holdingOf = rowHolding(incident, holders);
  const rows = matrix.rows.filter(({ serviceId, status }) => {
    const isTrouble = status === 'down' || status === 'degraded';
    const isNew = !incident.services.includes(serviceId) && holdingOf(serviceId).by !== 'other';
    return isTrouble && isNew && known.signals.some(({ service }) => service === serviceId);
  });
  return <AddRowLine rows={rows} onAdd={onAdd} />;
}
