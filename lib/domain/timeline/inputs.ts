import * as z from 'zod/mini';
import { incidentNumber, typedText } from '../incident/text-input';
import { noteKinds } from './events';

const number = incidentNumber;
const seq = z.int().check(z.gte(1), z.lte(2_000_000_000));

export const addNoteInput = z.strictObject({ number, text: typedText(20_000), kind: z.optional(z.enum(noteKinds)) });
export const rewordInput = z.strictObject({ number, seq, text: typedText(20_000) });
export const pinInput = z.strictObject({ number, seq });

export type AddNoteInput = z.output<typeof addNoteInput>;
export type RewordInput = z.output<typeof rewordInput>;
export type PinInput = z.output<typeof pinInput>;
