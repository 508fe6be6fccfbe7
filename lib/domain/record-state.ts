import type { CommsState } from './comms/comms';
import type { EvidenceState } from './evidence/evidence';
import type { IncidentState } from './incident/incident';
import type { ReviewState } from './review/review';
import type { TimelineState } from './timeline/timeline';
import type { TriageState } from './triage/triage';

/** Everything that is folded from the events of one incident. */
export interface RecordState {
  incident: IncidentState;
  triage: TriageState;
  evidence: EvidenceState;
  comms: CommsState;
  timeline: TimelineState;
  review: ReviewState;
}

/** Raised whenever the fold of the same events changes: rows folded by an older one are folded anew when they are read. */
export const foldVersion = 8;
