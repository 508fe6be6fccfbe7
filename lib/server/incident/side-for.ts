import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import type { RecordedEvent } from '@/lib/domain/contents';
import { publicSide } from '@/lib/domain/public-side';
import { publicState } from '@/lib/domain/public-state';
import type { RecordState } from '@/lib/domain/record-state';

/** Rule A11: these events as this actor may read them. */
export function eventsFor({ role }: Actor, events: readonly RecordedEvent[]): RecordedEvent[] {
  return readsInside(role) ? [...events] : events.map(publicSide);
}

/** Rule A11: the state of a record as this actor may read it. */
export function stateFor({ role }: Actor, state: RecordState): RecordState {
  return readsInside(role) ? state : publicState(state);
}
