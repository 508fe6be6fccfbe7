import type { ReviewState } from '@/lib/domain/review/review';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';

interface PostmortemLinkProps {
  number: string;
  postmortem: ReviewState['postmortem'];
  nowMs: number;
}

/** What is still owed after the incident and until when; nothing while nothing is. */
export function PostmortemLink({ number, postmortem, nowMs }: PostmortemLinkProps) {
  if (!postmortem) return null;
  const { dueAt, finishedAt } = postmortem;
  const isOverdue = finishedAt === null && Date.parse(dueAt) < nowMs;
  return (
    <p className="flex flex-none flex-wrap gap-x-2 text-sm">
      <PlaceLink href={`/incidents/${number}/postmortem`} className="font-semibold text-accent hover:underline">
        Postmortem
      </PlaceLink>
      {finishedAt ? (
        <span className="text-dim">
          finished <Time iso={finishedAt} nowMs={nowMs} zone />
        </span>
      ) : (
        <span className={isOverdue ? 'font-semibold text-down' : 'text-dim'}>
          {isOverdue ? 'overdue since' : 'due'} <Time iso={dueAt} nowMs={nowMs} zone />
        </span>
      )}
    </p>
  );
}
