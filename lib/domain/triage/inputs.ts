import * as z from 'zod/mini';
import { incidentNumber, personId, time, typedText } from '../incident/text-input';

const number = incidentNumber;
const id = z.string().check(z.minLength(1), z.maxLength(160));
const step = { number, checklistId: id, itemId: id };

export const tickInput = z.strictObject(step);
export const skipInput = z.strictObject({ ...step, reason: typedText(500) });
export const assignInput = z.strictObject({ ...step, personId: z.nullable(personId) });
export const setDueInput = z.strictObject({ ...step, dueAt: z.nullable(time) });
export const answerQuestionInput = z.strictObject({ ...step, answer: z.string().check(z.maxLength(60)) });
export const openChecklistInput = z.strictObject({ number, checklistId: id });
export const setFailureClassInput = z.strictObject({
  number,
  /** Null: none of the catalogue's classes fits. */
  failureClass: z.nullable(z.string().check(z.maxLength(80))),
  /** What the matrix said for it. */
  because: z.optional(typedText(300)),
});
export const addItemInput = z.strictObject({ number, title: typedText(300) });

export type TickInput = z.output<typeof tickInput>;
export type SkipInput = z.output<typeof skipInput>;
export type AnswerQuestionInput = z.output<typeof answerQuestionInput>;
export type AssignInput = z.output<typeof assignInput>;
export type SetDueInput = z.output<typeof setDueInput>;
export type OpenChecklistInput = z.output<typeof openChecklistInput>;
export type AddItemInput = z.output<typeof addItemInput>;
export type SetFailureClassInput = z.output<typeof setFailureClassInput>;
