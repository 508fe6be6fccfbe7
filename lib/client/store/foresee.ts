import 'client-only';
import type { Actor, DecideContext } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import type { DomainEvent, RecordCommandType, RecordedEvent, recordCommands } from '@/lib/domain/contents';
import type { evolve } from '@/lib/domain/evolve';
import type { Decision } from '@/lib/domain/kernel/decision';
import type { RecordState } from '@/lib/domain/record-state';
import type { RecordView } from '@/lib/domain/record-view';
import type { settleSteps } from '@/lib/domain/settle-steps';
import type { OutboxEntry } from '../outbox/outbox-entry';

/** An event as the timeline shows it; `pending` until the server has it. */
export type ShownEvent = RecordedEvent & { pending?: true };

/** The decide of each command, and the fold. They come late (use-rules.ts): the first paint needs none of them. */
export interface Rules {
  decides: typeof recordCommands;
  evolve: typeof evolve;
  settleSteps: typeof settleSteps;
}

type AnyDecide = (state: RecordState, input: unknown, context: DecideContext) => Decision<DomainEvent>;

/** What the record will be once the unsent commands are in: the server's own decide and evolve, run ahead of it. */
export function foresee(
  view: RecordView,
  entries: readonly OutboxEntry[],
  actor: Actor,
  rules: Rules | null,
): { state: RecordState; events: ShownEvent[] } {
  const isRecorded = (commandId: string) => view.events.some((event) => event.commandId === commandId);
  const unsent = entries.filter(({ state: of, commandId }) => of !== 'refused' && !isRecorded(commandId));
  if (!rules || unsent.length === 0) return { state: view.state, events: view.events };
  let { state } = view;
  const events: ShownEvent[] = [...view.events];
  for (const entry of unsent) {
    const occurredAt = entry.occurredAt ?? entry.createdAt;
    const context: DecideContext = { actor, now: entry.createdAt, occurredAt };
    const decide = rules.decides[entry.type as RecordCommandType] as AnyDecide | undefined;
    if (!decide) continue;
    const decision = rules.settleSteps(state, decide(state, entry.input, context), context);
    if (!decision.ok) continue;
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
      state = rules.evolve(state, event);
      events.push(event);
    }
  }
  return { state, events };
}
