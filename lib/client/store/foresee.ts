import 'client-only';
import type { Actor, DecideContext } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import { type DomainEvent, type RecordCommandType, type RecordedEvent, recordCommands } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { Decision } from '@/lib/domain/kernel/decision';
import type { RecordState } from '@/lib/domain/record-state';
import type { RecordView } from '@/lib/domain/record-view';
import type { OutboxEntry } from '../outbox/outbox-entry';

/** An event as the timeline shows it; `pending` until the server has it. */
export type ShownEvent = RecordedEvent & { pending?: true };

type AnyDecide = (state: RecordState, input: unknown, context: DecideContext) => Decision<DomainEvent>;

/** What the record will be once the unsent commands are in: the server's own decide and evolve, run ahead of it. */
export function foresee(
  view: RecordView,
  entries: readonly OutboxEntry[],
  actor: Actor,
): { state: RecordState; events: ShownEvent[] } {
  const recorded = new Set(view.events.map((event) => event.commandId));
  let { state } = view;
  const events: ShownEvent[] = [...view.events];
  for (const entry of entries) {
    if (entry.state === 'refused' || recorded.has(entry.commandId)) continue;
    const occurredAt = entry.occurredAt ?? entry.createdAt;
    const context: DecideContext = { actor, now: entry.createdAt, occurredAt };
    const decide = recordCommands[entry.type as RecordCommandType] as AnyDecide | undefined;
    const decision = decide?.(state, entry.input, context);
    if (!decision?.ok) continue;
    for (const fact of decision.events) {
      const event: ShownEvent = {
        ...fact,
        seq: (events.at(-1)?.seq ?? 0) + 1,
        actor: toRef(actor),
        occurredAt,
        recordedAt: entry.createdAt,
        commandId: entry.commandId,
        pending: true,
      };
      state = evolve(state, event);
      events.push(event);
    }
  }
  return { state, events };
}
