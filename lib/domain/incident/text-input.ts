import * as z from 'zod/mini';

/** The number people say and links carry: INC-2026-0007. */
export const incidentNumber = z.string().check(z.regex(/^INC-\d{4}-\d{4,9}$/));

/** A moment with its offset, as ISO 8601. */
export const time = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text: string) => new Date(text).toISOString()),
);

export const personId = z.uuid();

// Postgres text cannot hold NUL, and a lone surrogate has no UTF-8.
const storable = z.refine<string>(
  (text) => !text.includes('\0') && text.isWellFormed(),
  'has a character that cannot be stored',
);

/** Text that people typed: trimmed, not empty, at most `maxLength` characters. */
export function typedText(maxLength: number) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength), storable);
}
