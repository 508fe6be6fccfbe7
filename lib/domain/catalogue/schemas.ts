import * as z from 'zod/mini';

/** The shape of each file in `catalog/`. Cross-references are checked in cross-check.ts. */

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a kebab-case id'), z.maxLength(60));
const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const address = z
  .string()
  .check(z.regex(/^https?:\/\/[^\s@]+$/, 'expected an http or https address without user name'));

export const platformFile = z.strictObject({ name: line });

export const targetsFile = z.strictObject({
  targets: z.array(
    z.strictObject({ id, name: line, url: address, headers: z.optional(z.record(z.string(), z.string())) }),
  ),
});

export const functionsFile = z.strictObject({
  functions: z.array(z.strictObject({ id, name: line, inSentence: line })).check(z.minLength(1)),
});

export const severitiesFile = z.strictObject({
  default: line,
  severities: z.array(z.strictObject({ id: line, definition: line })).check(z.minLength(1)),
});

const impact = z.strictObject({
  users: line,
  sentence: line,
  severity: z.nullable(line),
  functions: z.record(z.string(), z.enum(['degraded', 'down'])),
});

export const servicesFile = z.strictObject({
  services: z
    .array(
      z.strictObject({
        id,
        name: line,
        remark: z.optional(line),
        healthKeys: z._default(z.array(line), []),
        instances: z._default(z.array(id), []),
        degraded: impact,
        down: impact,
        runbook: z.optional(id),
      }),
    )
    .check(z.minLength(1)),
});

export const checklistsFile = z.strictObject({
  checklists: z.array(
    z.strictObject({
      id,
      title: line,
      items: z
        .array(
          z.strictObject({
            id,
            title: line,
            hint: z.optional(line),
            links: z.optional(z.array(z.strictObject({ label: line, url: address }))),
          }),
        )
        .check(z.minLength(1)),
    }),
  ),
});
