import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { database } from '../kernel/database';
import { visibleToSql } from './incident-where';

const most = 200;

/** The names of everybody who commands or commanded an incident that the actor may see, in order. */
export async function listCommanders(actor: Actor): Promise<string[]> {
  const rows = await database().$queryRaw<{ commander: string }[]>(Prisma.sql`
    SELECT DISTINCT i.commander FROM incident i WHERE i.commander IS NOT NULL AND ${visibleToSql(actor)}
    ORDER BY i.commander LIMIT ${most}`);
  return rows.map(({ commander }) => commander);
}
