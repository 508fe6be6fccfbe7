import * as z from 'zod/mini';
import { incidentNumber } from '../incident/text-input';

const id = z.string().check(z.minLength(1), z.maxLength(80));

export const tickInput = z.strictObject({ number: incidentNumber, checklistId: id, itemId: id });

export type TickInput = z.output<typeof tickInput>;
