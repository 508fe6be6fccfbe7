import 'server-only';
import type { Prisma } from '@/generated/prisma/client';
import type { RecordState } from '@/lib/domain/contents';

/** The incident's row as its folded state has it. */
export function projectIncident({ incident, triage }: RecordState) {
  return {
    number: incident.number,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    commander: incident.commander?.name ?? null,
    declaredAt: incident.declaredAt,
    state: { incident, triage } as unknown as Prisma.InputJsonObject,
  };
}
