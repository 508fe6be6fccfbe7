import type { IncidentState } from './incident';
import type { IncidentSummary } from './incident-summary';
import { isOpenStatus } from './is-open-status';

/** An open incident that everybody may know of, with the services that it names. */
export interface RowHolder {
  number: string;
  services: readonly string[];
}

/** Whose trouble a row of the matrix is, seen from one incident. */
export type RowHolding = { by: 'own' } | { by: 'nobody' } | { by: 'other'; number: string };

/**
 * Rule I22: tells by a service's id whose its row is. An incident that is over keeps no row that an open one names by
 * now. `holders` may include the incident itself.
 */
export function rowHolding(
  { number, services, status }: Pick<IncidentState, 'number' | 'services' | 'status'>,
  holders: readonly RowHolder[] = [],
): (serviceId: string) => RowHolding {
  const isOpen = isOpenStatus(status);
  return (serviceId) => {
    const isNamed = services.includes(serviceId);
    if (isNamed && isOpen) return { by: 'own' };
    const other = holders.find((holder) => holder.number !== number && holder.services.includes(serviceId));
    if (other) return { by: 'other', number: other.number };
    return { by: isNamed || services.length === 0 ? 'own' : 'nobody' };
  };
}

/** The incidents of a list of open ones that hold rows: a private one holds none, so that nobody is told of it. */
export function rowHolders(open: readonly Pick<IncidentSummary, 'number' | 'services' | 'isPrivate'>[]): RowHolder[] {
  return open.filter(({ isPrivate }) => !isPrivate).map(({ number, services }) => ({ number, services }));
}
