import type { IncidentState } from '../incident/incident';
import type { EvidenceState } from './evidence';

/** The part of a record that evidence decides on. */
export interface EvidenceRecord {
  incident: IncidentState;
  evidence: EvidenceState;
}
