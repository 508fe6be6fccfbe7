import type { CatalogueContent } from '../../catalogue/catalogue-content';
import type { RecordedEvent } from '../../contents';
import type { RecordState } from '../../record-state';

/** What a draft is written from. */
export interface DraftSource {
  state: RecordState;
  /** All of them, in order of `seq`. */
  events: readonly RecordedEvent[];
  /** The one it was declared under; null when no node has kept it. */
  catalogue: CatalogueContent | null;
  nowMs: number;
}

/** How much of a long record is told, so that the text can still be saved. */
export interface Brevity {
  /** Characters of one typed text. */
  mostTyped: number;
  /** Entries of one list. */
  mostEntries: number;
}

type Of<Type extends RecordedEvent['type']> = Extract<RecordedEvent, { type: Type }>;

/** The events of one type. */
export function ofType<Type extends RecordedEvent['type']>(
  events: readonly RecordedEvent[],
  ...types: readonly Type[]
): Of<Type>[] {
  return events.filter((event): event is Of<Type> => (types as readonly string[]).includes(event.type));
}
