import 'server-only';
import * as z from 'zod/mini';

const line = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1e12));

const linesQuestion = z.object({
  from: z._default(line, 1),
  count: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000)), 200),
});

const findQuestion = z.object({
  q: z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\r\n]*$/)),
  from: z._default(line, 1),
  match: z._default(z.enum(['case', 'any']), 'any'),
});

type Asked<Question> = { ok: true; asked: Question } | { ok: false; title: string };

function ask<Schema extends z.ZodMiniType>(schema: Schema, address: string, title: string): Asked<z.output<Schema>> {
  const read = z.safeParse(schema, Object.fromEntries(new URL(address).searchParams));
  return read.success ? { ok: true, asked: read.data } : { ok: false, title };
}

/** Which lines are asked for. */
export const askedLines = (address: string) => ask(linesQuestion, address, 'from: a line, 1 or more; count: 1 to 1000');

/** What is looked for. */
export const askedWords = (address: string) =>
  ask(findQuestion, address, 'q: 1 to 200 characters of one line; from: a line; match: case or any');
