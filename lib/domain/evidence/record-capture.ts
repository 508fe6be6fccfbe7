import { policyRefusal } from '../access/who-may';
import { isOpenStatus } from '../incident/is-open-status';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Captured, EvidenceEvent, EvidenceRef, SecretCount } from './events';
import type { EvidenceRecord } from './record';

/** Rules E4 and E5: a file was received whole. Kept on closed and merged incidents too, and marked late there. */
export function recordCapture(
  { incident, evidence }: EvidenceRecord,
  { evidenceId, name, sizeBytes, sha256, mediaType, recipe, way, instance, doubt }: Omit<Captured, 'isLate'>,
  { actor }: RecordContext,
): Decision<EvidenceEvent> {
  const refusal = policyRefusal(actor, 'evidence.add');
  if (refusal) return refuse(refusal);
  if (evidence.items.some((item) => item.evidenceId === evidenceId)) return accept();
  const isLate = !isOpenStatus(incident.status);
  const marks = { ...(instance && { instance }), ...(doubt && { doubt }) };
  const data = { evidenceId, name, sizeBytes, sha256, mediaType, recipe, way, isLate, ...marks };
  return accept({ type: 'evidence.captured', data });
}

/** Rule E7: what looks like a secret was counted in a file. Only the console itself says so. */
export function recordScan(
  { evidence }: EvidenceRecord,
  { evidenceId, secrets, rules }: Omit<EvidenceRef, 'name'> & { secrets: SecretCount[]; rules: string },
  { actor }: RecordContext,
): Decision<EvidenceEvent> {
  if (actor.kind !== 'system') return refuse({ code: 'not_allowed', action: 'evidence.record_scan', needs: 'system' });
  const item = evidence.items.find((one) => one.evidenceId === evidenceId);
  if (!item) return refuse({ code: 'unknown_evidence', evidenceId });
  if (item.secrets !== null) return accept();
  return accept({ type: 'evidence.scanned', data: { evidenceId, name: item.name, secrets, rules } });
}
