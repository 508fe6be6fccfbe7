import 'server-only';
import { log } from '../observability/log';
import { inTurn } from './in-turn';
import { moveToStore } from './move-to-store';

/**
 * What happens to a file once it is evidence, away from the request that brought it: it goes to the store. Files take
 * turns, so that a hundred at once take no more memory and line than one. What fails here is done again by `tendSpool`.
 */
export function onCaptured(id: string): void {
  inTurn('evidence.move', () => moveToStore(id)).catch((error) => {
    const reason = error instanceof Error ? error.message : 'unknown';
    log().warn({ evidenceId: id, reason }, 'saved evidence waits in the spool');
  });
}
