import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { Badge } from '../ui/badge';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';

/** What is still owed after an incident; loud once it is late. Nothing where nothing is owed. */
export function PostmortemMark({ incident, nowMs }: { incident: IncidentSummary; nowMs: number }) {
  const { number, postmortemDueAt, postmortemFinishedAt } = incident;
  if (postmortemDueAt === null || postmortemFinishedAt !== null) return null;
  const isOverdue = nowMs > Date.parse(postmortemDueAt);
  return (
    <PlaceLink
      href={`/incidents/${number}/postmortem`}
      className="inline-flex min-h-6 items-center whitespace-nowrap text-sm hover:underline pointer-coarse:min-h-11"
    >
      {isOverdue ? (
        <Badge look="loud">Postmortem overdue</Badge>
      ) : (
        <span className="text-dim">
          Postmortem due <Time iso={postmortemDueAt} nowMs={nowMs} zone />
        </span>
      )}
    </PlaceLink>
  );
}
