import * as z from 'zod/mini';
import { incidentNumber, typedText } from '../incident/text-input';

export const addNoteInput = z.strictObject({ number: incidentNumber, text: typedText(20_000) });

export type AddNoteInput = z.output<typeof addNoteInput>;
