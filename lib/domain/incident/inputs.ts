import * as z from 'zod/mini';
import { incidentRoles, incidentStates } from './incident';
import { milestoneNames } from './milestones';
import { incidentNumber, personId, time, typedText } from './text-input';

const severity = z.string().check(z.maxLength(20));
const status = z.enum(incidentStates);
const number = incidentNumber;
const tickedStep = z.strictObject({
  checklistId: z.string().check(z.maxLength(160)),
  itemId: z.string().check(z.maxLength(160)),
  at: time,
  /** For a question: what was answered. */
  answer: z.optional(z.string().check(z.maxLength(60))),
});

export const declareInput = z.strictObject({
  title: typedText(200),
  severity: z.optional(severity),
  services: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50))),
  failureClass: z.optional(z.string().check(z.maxLength(80))),
  impactStartedAt: z.optional(time),
  detectedAt: z.optional(time),
  /** Known to the person who declares, and to `people`; to nobody else until somebody names them. */
  isPrivate: z.optional(z.boolean()),
  people: z.optional(z.array(personId).check(z.maxLength(100))),
  /** Steps done before there was an incident. */
  ticked: z.optional(z.array(tickedStep).check(z.maxLength(50))),
});

export const changeSeverityInput = z.strictObject({
  number,
  /** What the sender saw; a change made meanwhile refuses this one (rule I7). */
  from: severity,
  to: severity,
  reason: typedText(1_000),
});

export const answerSeverityQuestionInput = z.strictObject({
  number,
  ask: typedText(300),
  answer: z.enum(['yes', 'no']),
});

export const onNumberInput = z.strictObject({ number });
export const changeServicesInput = z.strictObject({
  number,
  services: z.array(z.string().check(z.maxLength(60))).check(z.minLength(1), z.maxLength(50)),
});
export const toPersonInput = z.strictObject({ number, personId });
export const roleInput = z.strictObject({ number, role: z.enum([...incidentRoles, 'expert']), personId });

export const forwardInput = z.strictObject({ number, from: status });
/** Why it goes on while a row of its own is red (rule I27). */
const despite = z.optional(typedText(1_000));
export const mitigateInput = z.strictObject({ number, from: status, how: typedText(2_000), despite });
export const resolveInput = z.strictObject({
  number,
  from: status,
  cause: typedText(2_000),
  mitigation: typedText(2_000),
  despite,
});
export const goBackInput = z.strictObject({ number, from: status, to: status, reason: typedText(1_000) });

export const setMilestoneInput = z.strictObject({
  number,
  milestone: z.enum(milestoneNames),
  at: time,
  reason: z.optional(typedText(1_000)),
});

export const otherIncidentInput = z.strictObject({ number, other: incidentNumber });
export const setVisibilityInput = z.strictObject({
  number,
  /** Ids of people; null opens it to everybody. */
  people: z.nullable(z.array(personId).check(z.maxLength(100))),
  reason: typedText(1_000),
});

export type DeclareInput = z.output<typeof declareInput>;
export type ChangeSeverityInput = z.output<typeof changeSeverityInput>;
export type AnswerSeverityQuestionInput = z.output<typeof answerSeverityQuestionInput>;
export type ChangeServicesInput = z.output<typeof changeServicesInput>;
export type RoleInput = z.output<typeof roleInput>;
export type ForwardInput = z.output<typeof forwardInput>;
export type MitigateInput = z.output<typeof mitigateInput>;
export type ResolveInput = z.output<typeof resolveInput>;
export type GoBackInput = z.output<typeof goBackInput>;
export type SetMilestoneInput = z.output<typeof setMilestoneInput>;
export type OtherIncidentInput = z.output<typeof otherIncidentInput>;
export type SetVisibilityInput = z.output<typeof setVisibilityInput>;
