import type { RecordedEvent } from './contents';
import { isCustody } from './evidence/describe-evidence';

/** Facts that a timeline tells only when asked, or they would bury what happened: who had a file in hand, and that an update arrived. */
export function isQuiet(event: Pick<RecordedEvent, 'type' | 'data'>): boolean {
  return (
    isCustody(event.type) ||
    (event.type === 'comms.delivery_recorded' && 'outcome' in event.data && event.data.outcome === 'sent')
  );
}
