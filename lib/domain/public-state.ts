import { noEvidence } from './evidence/evidence';
import { publicComms } from './public-comms';
import { withoutGates } from './public-side';
import type { RecordState } from './record-state';
import { adHocId, itemKey, type TriageState } from './triage/triage';

/**
 * Rule A11: a record as somebody is served it who follows: what the public sides of its events (public-side.ts) fold to,
 * without what only writers need: the words of a mitigation, the last facts for a hand-over, the texts to compare with.
 */
export function publicState({ incident, triage, comms, review }: RecordState): RecordState {
  const { offer } = incident;
  return {
    incident: { ...incident, offer: offer && { ...offer, summary: [] }, mitigation: null },
    triage: publicTriage(triage),
    evidence: noEvidence,
    comms: publicComms(comms),
    timeline: { pins: [], recent: [] },
    review,
  };
}

function publicTriage({ checklists, ticks, skips, assigned, due, ...rest }: TriageState): TriageState {
  const skipped = Object.entries(ofCatalogue(skips)).map(([key, skip]) => [key, { ...skip, reason: '' }]);
  return {
    ...rest,
    checklists: checklists.filter(({ id }) => id !== adHocId).map(withoutGates),
    ...{ ticks: ofCatalogue(ticks), assigned: ofCatalogue(assigned), due: ofCatalogue(due) },
    skips: Object.fromEntries(skipped),
  };
}

/** Steps that somebody added are typed text, and what became of them says so. */
function ofCatalogue<Value>(byStep: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(byStep).filter(([key]) => !key.startsWith(itemKey(adHocId, ''))));
}
