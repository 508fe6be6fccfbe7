import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { Rejection } from '@/lib/domain/kernel/rejection';

/** What became of a command, as it is stored and as it is answered. */
export type Outcome =
  | { outcome: 'applied'; number: string; events: RecordedEvent[] }
  | { outcome: 'noop'; number: string; events: [] }
  | { outcome: 'rejected'; rejection: Rejection; events: [] };
