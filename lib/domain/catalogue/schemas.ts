import * as z from 'zod/mini';
import { channelAudiences, channelWays, commsPhases, languages, reminderStages } from './comms-guide';
import { address, alertName, day, dueTime, hours, id, line, passage, responseTime, timeZone } from './field-shapes';

/** The shape of each file in `catalog/`. Cross-references are checked in cross-check.ts. */

const lines = z._default(z.array(line), []);
const ids = z._default(z.array(id), []);

export const platformFile = z.strictObject({ name: line });

export const targetsFile = z.strictObject({
  targets: z.array(
    z.strictObject({ id, name: line, url: address, headers: z.optional(z.record(z.string(), z.string())) }),
  ),
});

export const functionsFile = z.strictObject({
  functions: z.array(z.strictObject({ id, name: line, inSentence: line })).check(z.minLength(1)),
});

const updateMinutes = z.int().check(z.gte(1), z.lte(1_440));

const severityStep = z.strictObject({ ask: line, to: line });

const severity = z.strictObject({
  id: line,
  definition: line,
  respondWithin: responseTime,
  channels: z.array(line).check(z.minLength(1)),
  postmortemWithin: dueTime,
  updates: z._default(z.nullable(z.strictObject({ firstMinutes: updateMinutes, everyMinutes: updateMinutes })), null),
  secondReview: z._default(z.nullable(z.strictObject({ selfAfterMinutes: z.nullable(updateMinutes) })), null),
  promotions: z._default(z.array(severityStep), []),
  demotions: z._default(z.array(severityStep), []),
});

export const severitiesFile = z.strictObject({
  default: line,
  calendar: z.strictObject({
    zone: timeZone,
    workdays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).check(z.minLength(1)),
    hours,
    holidays: z._default(z.array(day), []),
    assumed: lines,
  }),
  severities: z.array(severity).check(z.minLength(1)),
});

const impact = z.strictObject({
  users: line,
  sentence: line,
  severity: z.nullable(line),
  functions: z.record(z.string(), z.enum(['degraded', 'down'])),
});

const service = z.strictObject({
  id,
  name: line,
  remark: z.optional(line),
  healthKeys: lines,
  instances: ids,
  degraded: impact,
  down: impact,
  runbook: z.optional(id),
  stillWorks: lines,
  fails: lines,
  failure: z.enum(['soft', 'loud']),
  alerts: z._default(z.array(z.strictObject({ name: alertName, meaning: line, severity: z.nullable(line) })), []),
  dashboards: ids,
  assumed: lines,
});

export const servicesFile = z.strictObject({ services: z.array(service).check(z.minLength(1)) });

const signal = z.strictObject({
  service: id,
  status: z.enum(['degraded', 'down', 'unknown']),
  opens: z.optional(id),
});

export const failureClassesFile = z.strictObject({
  failureClasses: z.array(
    z.strictObject({
      id,
      symptom: line,
      cause: line,
      runbooks: z.array(id).check(z.minLength(1)),
      signals: z._default(z.array(signal), []),
      note: z.optional(line),
    }),
  ),
  noneOfThese: z.optional(z.strictObject({ runbooks: z.array(id).check(z.minLength(1)) })),
});

const checklistItem = z.strictObject({
  id,
  title: line,
  hint: z.optional(line),
  links: z.optional(z.array(z.strictObject({ label: line, url: address }))),
  milestone: z.optional(z.literal('acknowledged')),
  isClassifying: z.optional(z.boolean()),
  when: z.optional(line),
  question: z.optional(z.strictObject({ id, answers: z.array(line) })),
  does: z.optional(line),
  doneBy: z.optional(line),
});

export const checklistsFile = z.strictObject({
  checklists: z.array(z.strictObject({ id, title: line, items: z.array(checklistItem).check(z.minLength(1)) })),
});

export const evidenceFile = z.strictObject({
  keepAt: z.string().check(z.regex(/^[a-z][a-z0-9+]*:\/\/\S+$/, 'expected a place such as s3://bucket/<date>/')),
  recipes: z.array(
    z.strictObject({
      id,
      title: line,
      command: passage,
      fileName: z.string().check(z.regex(/^[^/\n]{1,200}$/, 'expected a file name without a folder')),
      hint: z.optional(line),
      ifAnswers: z.optional(id),
      perInstance: z.optional(z.array(z.strictObject({ target: id, name: line })).check(z.minLength(2))),
    }),
  ),
});

export const bookmarksFile = z.strictObject({
  bookmarks: z.array(
    z.strictObject({
      id,
      label: line,
      url: z.nullable(address),
      where: z.optional(line),
      purpose: line,
      signIn: z.optional(line),
      glance: z.optional(z.int().check(z.gte(1), z.lte(3))),
    }),
  ),
});

export const escalationFile = z.strictObject({
  unclassified: z.strictObject({
    afterMinutes: z.int().check(z.gte(1), z.lte(60)),
    severity: line,
    invite: id,
    announceIn: id,
    advice: line,
  }),
  contacts: z
    .array(z.strictObject({ id, label: line, kind: z.enum(['person', 'channel']), purpose: line }))
    .check(z.minLength(1)),
});

const alertRule = z.looseObject({
  alert: z.optional(alertName),
  expr: z.union([z.string().check(z.minLength(1)), z.number()], 'expected a PromQL expression'),
  annotations: z.optional(z.record(z.string(), z.string())),
});

/** Only what the drift report relies on; the rest is Prometheus's to check. */
export const alertRulesFile = z.looseObject({
  groups: z.array(z.looseObject({ name: line, rules: z.array(alertRule) })),
});

export const runbookFrontMatter = z.strictObject({
  id,
  title: line,
  summary: line,
  alerts: z._default(z.array(alertName), []),
  services: ids,
  failureClasses: ids,
  lastChanged: z.optional(day),
  source: z.enum(['seed', 'inferred']),
  inferredParts: lines,
});

const reminder = z.strictObject({ to: z.enum(reminderStages), afterMinutes: z.int().check(z.gte(0), z.lte(1_440)) });

export const commsFile = z.strictObject({
  reminders: z._default(z.array(reminder), [
    { to: 'comms_lead', afterMinutes: 0 },
    { to: 'commander', afterMinutes: 5 },
    { to: 'on_call_lead', afterMinutes: 15 },
  ]),
  channels: z.array(
    z.strictObject({
      id,
      name: line,
      way: z.enum(channelWays),
      audience: z.enum(channelAudiences),
      severities: z.array(line).check(z.minLength(1)),
      mostCharacters: z.int().check(z.gte(500), z.lte(20_000)),
      statesNextUpdate: z.boolean(),
      byHand: z._default(z.boolean(), true),
    }),
  ),
});

/** Its language is the one its file is called by. */
export const commsWordsFile = z.strictObject({
  functions: z.record(z.string(), z.strictObject({ name: line, inSentence: line })),
  services: z.record(z.string(), z.strictObject({ degraded: line, down: line })),
  symptoms: z.optional(z.record(z.string(), line)),
});

export const commsTemplateFrontMatter = z.strictObject({
  id,
  channel: id,
  phases: z.array(z.enum(commsPhases)).check(z.minLength(1)),
  severities: z.optional(z.array(line).check(z.minLength(1))),
  language: z.enum(languages),
  subject: z._default(z.nullable(passage), null),
});
