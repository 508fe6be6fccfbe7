import 'server-only';
import { openStates } from '@/lib/domain/incident/is-open-status';
import type { RowHolder } from '@/lib/domain/incident/row-holding';
import { database } from '../kernel/database';

/** Rule I22: the open incidents that everybody may know of, oldest first. Takes the states that count as open. */
export const selectRowHolders = `
  SELECT number, state->'incident'->'services' AS services FROM incident
  WHERE status = ANY($1::text[]) AND visible_to IS NULL ORDER BY declared_at, id`;

/** The incidents that hold rows right now, for what is read outside of a command. */
export async function listRowHolders(): Promise<RowHolder[]> {
  return await database().$queryRawUnsafe<RowHolder[]>(selectRowHolders, [...openStates]);
}
