import 'server-only';
import type { ListedPerson } from '@/lib/domain/access/listed-person';
import type { AccessRole } from '@/lib/domain/access/role';
import { database } from '../kernel/database';

const mostPeople = 1_000;

/** Everybody who signed in here once and is not disabled, by name. */
export async function listPeople(): Promise<ListedPerson[]> {
  const rows = await database().person.findMany({
    where: { disabledAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostPeople,
    select: { id: true, name: true, role: true },
  });
  return rows.map(({ id, name, role }) => ({ id, name, role: role as AccessRole }));
}
