import 'server-only';
import { updateDueAt } from '@/lib/domain/comms/update-clock';
import { foldVersion, type RecordState } from '@/lib/domain/record-state';

/** The incident's row as its folded state has it: the state itself, and the columns that lists are asked by. */
export function projectIncident(state: RecordState) {
  const { incident, triage, review } = state;
  return {
    number: incident.number,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    commander: incident.commander?.name ?? null,
    commanderId: incident.commander?.id ?? null,
    declaredAt: incident.declaredAt,
    resolvedAt: incident.milestones.resolved ?? null,
    failureClass: triage.failureClass?.id ?? null,
    mergedInto: incident.mergedInto,
    // Null: everybody. Queries filter by it (rule A7).
    visibleTo: incident.visibleTo?.map(({ id }) => id) ?? null,
    postmortemDueAt: review.postmortem?.dueAt ?? null,
    postmortemFinishedAt: review.postmortem?.finishedAt ?? null,
    updateDueAt: updateDueAt(state),
    foldVersion,
    state,
  };
}
