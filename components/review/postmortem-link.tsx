import type { ReviewState } from '@/lib/domain/review/review';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';

interface PostmortemLinkProps {
  number: string;
  postmortem: ReviewState['postmortem'];
  nowMs: number;
  /** False for who reads it only once it is finished. */
  readsDrafts: boolean;
}

/** What is still owed after the incident and until when; nothing while nothing is. */
export function PostmortemLink({ number, postmortem, nowMs, readsDrafts }: PostmortemLinkProps) {
  if (!postmortem) return null;
  const { dueAt, finishedAt, savedSeq } = postmortem;
  const isOverdue = finishedAt === null && Date.parse(dueAt) < nowMs;
  return (
    <p className="flex flex-none flex-wrap gap-x-2 text-sm">
      {readsDrafts || (finishedAt && savedSeq !== null) ? (
        <PlaceLink href={`/incidents/${number}/postmortem`} className="font-semibold text-accent hover:underline">
          Postmortem
        </PlaceLink>
      ) : (
        <span className="font-semibold">Postmortem</span>
      )}
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
