import { type DomainEvent, type RecordCommandType, recordCommands } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { RecordContext } from '@/lib/domain/incident/record-context';
import type { Decision } from '@/lib/domain/kernel/decision';
import type { RecordState } from '@/lib/domain/record-state';
import { settleSteps } from '@/lib/domain/settle-steps';
import { recorded } from './an-incident';

type AnyDecide = (state: RecordState, input: object, context: RecordContext) => Decision<DomainEvent>;

/** What a record command decides, by its name. */
export function decideOn(state: RecordState, type: RecordCommandType, input: object, context: RecordContext) {
  const decision = (recordCommands[type] as AnyDecide)(state, { number: state.incident.number, ...input }, context);
  return settleSteps(state, decision, context);
}

/** The record after a command that must be accepted. Throws with the refusal's code when it is not. */
export function recordAfter(
  state: RecordState,
  type: RecordCommandType,
  input: object,
  context: RecordContext,
): RecordState {
  const decision = decideOn(state, type, input, context);
  if (!decision.ok) throw new Error(`${type} was refused: ${decision.rejection.code}`);
  return recorded(decision.events, context.actor, 100).reduce<RecordState>(evolve, state);
}

/** The code with which it is refused; "applied" or "noop" when it is not. */
export function outcomeOn(state: RecordState, type: RecordCommandType, input: object, context: RecordContext): string {
  const decision = decideOn(state, type, input, context);
  if (!decision.ok) return decision.rejection.code;
  return decision.events.length > 0 ? 'applied' : 'noop';
}
