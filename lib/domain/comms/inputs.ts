import * as z from 'zod/mini';
import { commsPhases, destinations, languages } from '../catalogue/comms-guide';
import { incidentNumber, time, typedText } from '../incident/text-input';

const number = incidentNumber;
const updateId = z.uuid();
const reason = typedText(500).check(z.minLength(10));

/** One line: it becomes a mail's subject and a status page's title. */
const oneLine = (most: number) => typedText(most).check(z.regex(/^[^\r\n]*$/, 'must be one line'));

const text = z.strictObject({
  channel: z.string().check(z.minLength(1), z.maxLength(60)),
  subject: z.nullable(oneLine(200)),
  body: typedText(20_000),
});

export const sendUpdateInput = z.strictObject({
  number,
  updateId,
  phase: z.enum(commsPhases),
  language: z.enum(languages),
  headline: oneLine(120),
  texts: z.array(text).check(z.minLength(1), z.maxLength(12)),
  nextUpdateAt: z.nullable(time),
  /** What the record contradicts and is said all the same. */
  override: z.optional(
    z.strictObject({ codes: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20)), reason }),
  ),
});

export const onUpdateInput = z.strictObject({ number, updateId });

export const snoozePromiseInput = z.strictObject({ number, until: time, reason });

export const onDeliveryInput = z.strictObject({
  number,
  updateId,
  channel: z.string().check(z.maxLength(60)),
  destination: z.enum([...destinations, 'subscribers']),
});

export const onTextInput = z.strictObject({ number, updateId, channel: z.string().check(z.maxLength(60)) });

export const revokeLinkInput = z.strictObject({ number, linkId: z.uuid() });

export type SendUpdateInput = z.output<typeof sendUpdateInput>;
export type OnUpdateInput = z.output<typeof onUpdateInput>;
export type SnoozePromiseInput = z.output<typeof snoozePromiseInput>;
export type OnDeliveryInput = z.output<typeof onDeliveryInput>;
export type OnTextInput = z.output<typeof onTextInput>;
export type RevokeLinkInput = z.output<typeof revokeLinkInput>;
