import { type DomainEvent, type MachineCommandType, machineCommands } from '@/lib/domain/contents';
import type { RecordContext } from '@/lib/domain/incident/record-context';
import type { Decision } from '@/lib/domain/kernel/decision';
import type { RecordState } from '@/lib/domain/record-state';

type AnyDecide = (state: RecordState, input: object, context: RecordContext) => Decision<DomainEvent>;

/** What a command decides that only the console itself sends. */
export function decideMachine(state: RecordState, type: MachineCommandType, input: object, context: RecordContext) {
  return (machineCommands[type] as AnyDecide)(state, { number: state.incident.number, ...input }, context);
}
