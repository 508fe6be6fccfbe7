import 'server-only';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { CommandType, MachineCommandType } from '@/lib/domain/contents';
import { commandInputs } from '@/lib/domain/inputs';

const envelope = z.strictObject({
  commandId: z.uuid({ version: 'v7' }),
  type: z.string().check(z.maxLength(80)),
  input: z.record(z.string(), z.unknown()),
  occurredAt: z.optional(z.iso.datetime({ offset: true })),
});

// Without words of its own, a schema only says "invalid".
const inWords = { error: en().localeError };
const longestProblem = 300;

/** A command whose shape is right; whether it may happen is for `decide`. */
export interface ParsedCommand {
  commandId: string;
  type: CommandType | MachineCommandType;
  input: Record<string, unknown>;
  occurredAt: string | null;
}

export type CommandReading =
  | { ok: true; command: ParsedCommand }
  | { ok: false; code: 'unknown_command' | 'invalid_command'; problems: string[] };

/** Checks the envelope, the type and the input against its schema in inputs.ts (step 1 of the write path). */
export function parseCommand(body: unknown): CommandReading {
  const read = envelope.safeParse(body, inWords);
  if (!read.success) return { ok: false, code: 'invalid_command', problems: problemsOf(read.error, []) };
  const { commandId, type, occurredAt } = read.data;
  const schema = Object.hasOwn(commandInputs, type) ? commandInputs[type as CommandType] : undefined;
  if (!schema)
    return {
      ok: false,
      code: 'unknown_command',
      problems: [`type: expected one of ${Object.keys(commandInputs).join(', ')}`],
    };
  const input = schema.safeParse(read.data.input, inWords);
  if (!input.success) return { ok: false, code: 'invalid_command', problems: problemsOf(input.error, ['input']) };
  return {
    ok: true,
    command: {
      commandId,
      type: type as CommandType,
      input: input.data as Record<string, unknown>,
      occurredAt: occurredAt ? new Date(occurredAt).toISOString() : null,
    },
  };
}

function problemsOf(error: z.core.$ZodError, prefix: string[]): string[] {
  return error.issues.map(({ path, message }) => {
    const place = [...prefix, ...path.map(String)].join('.') || 'body';
    return `${place}: ${message}`.slice(0, longestProblem);
  });
}
