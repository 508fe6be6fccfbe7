import 'server-only';
import { log } from '../observability/log';
import { inTurn } from './in-turn';
import { moveToStore } from './move-to-store';
import { prepareReading } from './reading/prepare-reading';

/**
 * What happens to a file once it is evidence, away from the request that brought it: it goes to the store, then it is
 * made ready to read. Files take turns, so that a hundred at once take no more memory and line than one. What fails here
 * is done again by `tendSpool` and `tendReadings`.
 */
export function onCaptured(id: string): void {
  inTurn('evidence.move', () => moveToStore(id))
    .catch((error) => note(id, error, 'saved evidence waits in the spool'))
    .then(() => inTurn('evidence.read', () => prepareReading(id)))
    .catch((error) => note(id, error, 'saved evidence is not ready to read yet'));
}

function note(evidenceId: string, error: unknown, words: string): void {
  const reason = error instanceof Error ? error.message : 'unknown';
  log().warn({ evidenceId, reason }, words);
}
