import { type Action, type EvidenceAction, policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { EvidenceEvent, EvidenceRef } from './events';
import { custodyKey, type EvidenceState, isUnmaskedFor } from './evidence';
import type { UnmaskInput } from './inputs';
import type { EvidenceRecord } from './record';

// Somebody who reads on is one view; coming back later is another.
const oneViewMs = 5 * 60_000;

/** Rule E6: somebody opened a file; reading on for five minutes is the same view. On closed and merged incidents too. */
export function recordView(
  { evidence }: EvidenceRecord,
  { evidenceId }: { evidenceId: string },
  { actor, now }: RecordContext,
): Decision<EvidenceEvent> {
  return onFile(evidence, evidenceId, actor, 'evidence.read', (ref) => {
    const last = evidence.viewed[custodyKey(evidenceId, actor.id)];
    if (last !== undefined && Date.parse(now) - Date.parse(last) < oneViewMs) return accept();
    return accept({ type: 'evidence.viewed', data: ref });
  });
}

/** Rule E6: somebody took the original away. */
export function recordDownload(
  { evidence }: EvidenceRecord,
  { evidenceId }: { evidenceId: string },
  { actor }: RecordContext,
): Decision<EvidenceEvent> {
  return onFile(evidence, evidenceId, actor, 'evidence.read', (ref) =>
    accept({ type: 'evidence.downloaded', data: ref }),
  );
}

/** Rule E6: the record was exported as it stood at that head; with originals it takes whoever may unmask. */
export function recordExport(
  _: EvidenceRecord,
  { withOriginals, headSeq, headHash }: { withOriginals: boolean; headSeq: number; headHash: string },
  { actor }: RecordContext,
): Decision<EvidenceEvent> {
  const refusal = policyRefusal(actor, withOriginals ? 'evidence.unmask' : 'evidence.read');
  if (refusal) return refuse(refusal);
  return accept({ type: 'evidence.exported', data: { withOriginals, headSeq, headHash } });
}

/** Rule E7: a commander sees one file without masks for a while, and says why. */
export function unmask(
  { incident, evidence }: EvidenceRecord,
  { evidenceId, reason }: UnmaskInput,
  { actor, now }: RecordContext,
): Decision<EvidenceEvent> {
  const refusal = policyRefusal(actor, 'evidence.unmask') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  return onFile(evidence, evidenceId, actor, 'evidence.unmask', (ref) =>
    isUnmaskedFor(evidence, evidenceId, actor.id, now)
      ? accept()
      : accept({ type: 'evidence.unmasked', data: { ...ref, reason } }),
  );
}

type Then = (ref: EvidenceRef) => Decision<EvidenceEvent>;

function onFile(
  { items }: EvidenceState,
  evidenceId: string,
  actor: RecordContext['actor'],
  action: Action | EvidenceAction,
  then: Then,
): Decision<EvidenceEvent> {
  const refusal = policyRefusal(actor, action);
  if (refusal) return refuse(refusal);
  const item = items.find((one) => one.evidenceId === evidenceId);
  return item ? then({ evidenceId, name: item.name }) : refuse({ code: 'unknown_evidence', evidenceId });
}
