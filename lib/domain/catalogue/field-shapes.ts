import * as z from 'zod/mini';

/** The shapes that single fields of the files share. What was expected is said in words fit for "expected …". */

/** An id in kebab-case: `redis-down`. */
export const id = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a kebab-case id, such as disk-is-full'), z.maxLength(60));

/** One line of text. */
export const line = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(300), z.regex(/^[^\n]*$/, 'expected one line of text'));

/** Text that may have several lines: a command. */
export const passage = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));

/** A web address that gives nothing away. */
export const address = z
  .string()
  .check(z.regex(/^https?:\/\/[^\s@]+$/, 'expected an http or https address without user name'));

/** The name of an alert rule, as Prometheus allows it. */
export const alertName = z
  .string()
  .check(z.regex(/^[A-Za-z_][\w:]{0,119}$/, 'expected the name of an alert rule, such as MinIODriveOffline'));

const mostMinutes = 7 * 24 * 60;
const mostDays = 90;

/** `{minutes: 15}` or `next business day`. */
export const responseTime = z.union(
  [z.literal('next business day'), z.strictObject({ minutes: z.int().check(z.gte(1), z.lte(mostMinutes)) })],
  `expected {minutes: a whole number from 1 to ${mostMinutes}} or next business day`,
);

const days = z.int().check(z.gte(1), z.lte(mostDays));

/** `{businessDays: 2}` or `{days: 7}`, or null when none is owed. */
export const dueTime = z.nullable(
  z.union(
    [z.strictObject({ businessDays: days }), z.strictObject({ days })],
    `expected {businessDays: 1 to ${mostDays}}, {days: 1 to ${mostDays}} or null`,
  ),
);

/** An IANA time zone that this machine knows. */
export const timeZone = z.string().check(z.refine(isTimeZone, 'expected an IANA time zone, such as Europe/Paris'));

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) && /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** A day that exists, `YYYY-MM-DD`. */
export const day = z.string().check(z.refine(isDay, 'expected a day that exists, as YYYY-MM-DD'));

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `09:00-18:00`, read into its two ends. */
export const hours = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const [, from, to] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
    if (from && to && from < to) return { from, to };
    context.issues.push({ code: 'custom', message: 'expected hours of a day such as 09:00-18:00', input: text });
    return z.NEVER;
  }),
);
