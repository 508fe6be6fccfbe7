import type { IncidentRole } from '@/lib/domain/incident/incident';

/** The roles beside the commander, as people say them. */
export const roleWords: Record<IncidentRole | 'expert', string> = {
  deputy: 'deputy',
  scribe: 'scribe',
  commsLead: 'comms lead',
  expert: 'expert',
};
