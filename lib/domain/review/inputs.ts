import * as z from 'zod/mini';
import { incidentNumber, typedText } from '../incident/text-input';

const savedSeq = z.nullable(z.int().check(z.gte(1)));

/** `from` is the version its author saw: the `seq` that holds it, or null for the draft. */
export const savePostmortemInput = z.strictObject({ number: incidentNumber, from: savedSeq, text: typedText(100_000) });
export const finishPostmortemInput = z.strictObject({ number: incidentNumber, from: savedSeq });

export type SavePostmortemInput = z.output<typeof savePostmortemInput>;
export type FinishPostmortemInput = z.output<typeof finishPostmortemInput>;
