import 'server-only';
import { createHash } from 'node:crypto';

/** A machine's command id is made of its content, so that the same fact is recorded once (design §5). */
export function machineCommandId(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
