import type { MatrixRow } from '@/lib/domain/degradation/matrix';

/** Something is known to be wrong. */
export function isTrouble({ status }: MatrixRow): boolean {
  return status === 'down' || status === 'degraded';
}

/** Nothing to look at: well, or off on purpose. */
export function isQuiet({ status }: MatrixRow): boolean {
  return status === 'ok' || status === 'disabled';
}
