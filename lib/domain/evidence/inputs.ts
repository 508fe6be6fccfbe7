import * as z from 'zod/mini';
import { incidentNumber, typedText } from '../incident/text-input';

const number = incidentNumber;
// Long enough that it says something to whoever reads it in a year.
const reason = typedText(500).check(z.minLength(10));
const recipe = z.string().check(z.minLength(1), z.maxLength(80));

export const waiveInput = z.strictObject({
  number,
  recipes: z.array(recipe).check(z.minLength(1), z.maxLength(20)),
  reason,
});
/** For commands on one file that take nothing but the file. */
export const onFileInput = z.strictObject({ number, evidenceId: z.uuid() });
export const unmaskInput = z.strictObject({ number, evidenceId: z.uuid(), reason });

export type WaiveInput = z.output<typeof waiveInput>;
export type OnFileInput = z.output<typeof onFileInput>;
export type UnmaskInput = z.output<typeof unmaskInput>;
