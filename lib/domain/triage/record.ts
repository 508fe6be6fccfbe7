import type { IncidentState } from '../incident/incident';
import type { GateFacts } from './gate';
import type { TriageState } from './triage';

/** The part of a record that triage decides on. */
export interface TriageRecord {
  incident: IncidentState;
  triage: TriageState;
  evidence: GateFacts;
}
