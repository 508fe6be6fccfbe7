import 'server-only';
import type { BrokenLink } from '../../kernel/chain-check';

/** Something in the database or the store that is not as it was recorded; where to look, and what is wrong, in words. */
export interface RecordFinding {
  code:
    | BrokenLink['code']
    | ('end_missing' | 'row_differs' | 'stray_events')
    | ('anchor_broken' | 'anchor_missing' | 'anchor_contradicted')
    | ('file_unknown' | 'file_unrecorded' | 'file_differs' | 'file_changed' | 'file_lost');
  /** The incident's number. */
  number?: string;
  seq?: number;
  evidenceId?: string;
  /** The day of the anchor. */
  date?: string;
  message: string;
}

/** Is told of each finding as soon as there is one. */
export type Tell = (finding: RecordFinding) => void;
