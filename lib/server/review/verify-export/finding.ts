import 'server-only';
import type { BrokenLink } from '../../kernel/chain-check';

/** Something in an export that is not as it was made. `where` is an entry, or a place in the file. */
export interface Finding {
  code:
    | ('container' | 'entry_missing' | 'entry_unknown' | 'sum' | 'seal' | 'malformed' | 'head' | 'state' | 'evidence')
    | BrokenLink['code'];
  where: string;
  message: string;
  /** The event, where it is about one. */
  seq?: number;
  /** The byte of the file, counted from 0, where it is about the zip itself. */
  offset?: number;
}

/** What came of checking an export. */
export interface ExportReport {
  /** As the export says; null when it cannot be read. */
  number: string | null;
  head: { seq: number; hash: string } | null;
  events: number;
  findings: Finding[];
  /** What was not checked, and why. */
  unchecked: string[];
}
