import type { CommsPhase } from '../catalogue/comms-guide';

/** How a phase is said on the console's own pages. */
export const phaseWords: Record<CommsPhase, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};
