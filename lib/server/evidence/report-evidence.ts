import 'server-only';
import { log } from '../observability/log';
import { badEvidenceCount } from '../observability/metrics';

/** Tells that a file is not what was saved any more: in the log and in the metrics. Own health reads the rows. */
export function reportEvidence(evidenceId: string, place: 'lost' | 'damaged', reason: string): void {
  badEvidenceCount().inc({ place });
  log().error({ evidenceId, place, reason }, 'saved evidence is not what it was');
}
