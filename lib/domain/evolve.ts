import { nothingSaid } from './comms/comms';
import type { CommsEvent } from './comms/events';
import { evolveComms } from './comms/evolve-comms';
import type { RecordedEvent } from './contents';
import { sayEvent } from './describe-event';
import type { EvidenceEvent } from './evidence/events';
import { noEvidence } from './evidence/evidence';
import { evolveEvidence } from './evidence/evolve-evidence';
import type { IncidentEvent } from './incident/events';
import { evolveIncident, withServiceChange } from './incident/evolve-incident';
import { isQuiet } from './is-quiet';
import type { Recorded } from './kernel/event';
import { isKnownFact } from './public-side';
import type { RecordState } from './record-state';
import type { ReviewEvent } from './review/events';
import { evolveReview } from './review/evolve-review';
import { evolveTimeline } from './timeline/evolve-timeline';
import type { TriageEvent } from './triage/events';
import { evolveTriage } from './triage/evolve-triage';

/** The fold: what is known after one more event. Pure; the browser runs the same one. */
export function evolve(state: RecordState | null, event: RecordedEvent): RecordState {
  const timeline = evolveTimeline(state?.timeline ?? null, event, isQuiet(event) ? '' : sayEvent(event));
  if (event.type === 'incident.declared') {
    const review = { postmortem: null };
    const [incident, triage] = [evolveIncident(null, event), evolveTriage(null, event)];
    return { incident, triage, evidence: noEvidence, comms: nothingSaid, timeline, review };
  }
  if (!state) throw new Error(`event ${event.seq} ${event.type} stands before the declaration`);
  const known = { ...state, timeline };
  // Rule K12: what a newer release recorded is told, and changes nothing that this one knows.
  if (!isKnownFact(event)) return known;
  if (isIncident(event)) return { ...known, incident: evolveIncident(state.incident, event) };
  if (isTriage(event)) return { ...known, triage: evolveTriage(state.triage, event) };
  if (isEvidence(event)) return { ...known, evidence: evolveEvidence(state.evidence, event) };
  if (isComms(event)) return { ...known, comms: evolveComms(state.comms, event) };
  if (isReview(event)) return { ...known, review: evolveReview(state.review, event) };
  if (event.type === 'timeline.service_changed')
    return { ...known, incident: withServiceChange(state.incident, event.data) };
  return known;
}

// The word before the dot says whose fact it is.
const isIncident = (event: RecordedEvent): event is Recorded<IncidentEvent> => event.type.startsWith('incident.');
const isTriage = (event: RecordedEvent): event is Recorded<TriageEvent> => event.type.startsWith('triage.');
const isEvidence = (event: RecordedEvent): event is Recorded<EvidenceEvent> => event.type.startsWith('evidence.');
const isComms = (event: RecordedEvent): event is Recorded<CommsEvent> => event.type.startsWith('comms.');
const isReview = (event: RecordedEvent): event is Recorded<ReviewEvent> => event.type.startsWith('review.');
