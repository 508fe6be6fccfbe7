import type { ZodMiniType } from 'zod/mini';
import type { CommandType } from './contents';
import { changeSeverityInput, declareInput, takeCommandInput } from './incident/inputs';
import { addNoteInput } from './timeline/inputs';
import { tickInput } from './triage/inputs';

/** The shape of every command's input. Apart from contents.ts, so that browsers need not carry the parser. */
export const commandInputs = {
  'incident.declare': declareInput,
  'incident.raise_severity': changeSeverityInput,
  'incident.lower_severity': changeSeverityInput,
  'incident.take_command': takeCommandInput,
  'triage.tick': tickInput,
  'triage.untick': tickInput,
  'timeline.add_note': addNoteInput,
} satisfies Record<CommandType, ZodMiniType>;
