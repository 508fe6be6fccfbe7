import type { IncidentState } from '../incident/incident';
import type { CommsState } from './comms';

/** The part of a record that comms decides on. */
export interface CommsRecord {
  incident: IncidentState;
  comms: CommsState;
}
