import type { RecordedEvent } from './contents';
import type { RecordState } from './record-state';

/** One incident as its page holds it: the fold, and the events behind it in order of `seq`. */
export interface RecordView {
  state: RecordState;
  events: RecordedEvent[];
  lastSeq: number;
}
