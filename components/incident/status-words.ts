import type { IncidentStatus } from '@/lib/domain/incident/incident';

export const statusWords: Record<IncidentStatus, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  closed: 'Closed',
};
