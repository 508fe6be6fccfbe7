import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { Badge } from '../ui/badge';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';

const look = 'min-h-6 items-center whitespace-nowrap text-sm';

interface PostmortemMarkProps {
  incident: IncidentSummary;
  nowMs: number;
  /** False for who reads it only once it is finished: then it leads nowhere yet. */
  readsDrafts: boolean;
}

/** What is still owed after an incident; loud once it is late. Nothing where nothing is owed. */
export function PostmortemMark({ incident, nowMs, readsDrafts }: PostmortemMarkProps) {
  const { number, postmortemDueAt, postmortemFinishedAt } = incident;
  if (postmortemDueAt === null || postmortemFinishedAt !== null) return null;
  const isOverdue = nowMs > Date.parse(postmortemDueAt);
  const words = isOverdue ? (
    <Badge look="loud">Postmortem overdue</Badge>
  ) : (
    <span className="text-dim">
      Postmortem due <Time iso={postmortemDueAt} nowMs={nowMs} zone />
    </span>
  );
  if (!readsDrafts) return <p className={`${look} flex`}>{words}</p>;
  return (
    <PlaceLink
      href={`/incidents/${number}/postmortem`}
      className={`${look} inline-flex hover:underline pointer-coarse:min-h-11`}
    >
      {words}
    </PlaceLink>
  );
}
