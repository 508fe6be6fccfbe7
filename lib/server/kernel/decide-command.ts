import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { type DomainEvent, machineCommands, openingCommand, recordCommands } from '@/lib/domain/contents';
import type { BrokenBookmark } from '@/lib/domain/incident/incident';
import type { RecordContext } from '@/lib/domain/incident/record-context';
import type { Decision } from '@/lib/domain/kernel/decision';
import type { RecordState } from '@/lib/domain/record-state';
import { settleSteps } from '@/lib/domain/settle-steps';
import type { ParsedCommand } from './parse-command';

type AnyDecide<State, Context> = (state: State, input: unknown, context: Context) => Decision<DomainEvent>;

/** True for the one command that makes its own stream. */
export function opensStream(command: ParsedCommand): boolean {
  return Object.hasOwn(openingCommand, command.type);
}

/** Calls the opening command's decide. Its input has passed its schema. */
export function decideOpening(
  command: ParsedCommand,
  context: RecordContext & { number: string; catalogue: Catalogue; brokenBookmarks: BrokenBookmark[] },
): Decision<DomainEvent> {
  const decide = openingCommand['incident.declare'] as AnyDecide<null, typeof context>;
  return settleSteps(null, decide(null, command.input, context), context);
}

/** Calls a record command's decide. Its input has passed its schema. */
export function decideOnRecord(
  command: ParsedCommand,
  state: RecordState,
  context: RecordContext,
): Decision<DomainEvent> {
  const decides: Record<string, unknown> = { ...recordCommands, ...machineCommands };
  const decide = decides[command.type] as AnyDecide<RecordState, RecordContext>;
  return settleSteps(state, decide(state, command.input, context), context);
}
