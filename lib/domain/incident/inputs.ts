import * as z from 'zod/mini';
import { incidentNumber, typedText } from './text-input';

const severity = z.string().check(z.maxLength(20));

export const declareInput = z.strictObject({
  title: typedText(200),
  severity: z.optional(severity),
  services: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50))),
});

export const changeSeverityInput = z.strictObject({
  number: incidentNumber,
  /** What the sender saw; a change made meanwhile refuses this one (rule I7). */
  from: severity,
  to: severity,
  reason: typedText(1_000),
});

export const takeCommandInput = z.strictObject({ number: incidentNumber });

export type DeclareInput = z.output<typeof declareInput>;
export type ChangeSeverityInput = z.output<typeof changeSeverityInput>;
