'use client';

import type { PostmortemView } from '@/lib/domain/review/postmortem-view';
import { Badge } from '../ui/badge';
import { elapsedWords, localWords } from '../ui/format-time';
import { Time } from '../ui/time';
import { useIsMounted } from '../ui/use-is-mounted';

interface DueLineProps {
  view: Pick<PostmortemView, 'dueAt' | 'finishedAt' | 'path'>;
  nowMs: number;
}

/** By when it is held, in UTC and where one is; loud once that has passed. */
export function DueLine({ view: { dueAt, finishedAt, path }, nowMs }: DueLineProps) {
  const isMounted = useIsMounted();
  if (dueAt === null) return <p className="text-dim">No postmortem is owed; this is what the record says so far.</p>;
  const isOverdue = finishedAt === null && nowMs > Date.parse(dueAt);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {finishedAt && (
        <Badge look="accent">
          Finished <Time iso={finishedAt} nowMs={nowMs} zone />
        </Badge>
      )}
      {isOverdue && <Badge look="loud">Overdue by {elapsedWords(nowMs - Date.parse(dueAt))}</Badge>}
      <span className={isOverdue ? 'font-semibold' : 'text-dim'}>
        Due <Time iso={dueAt} nowMs={0} zone />
        {isMounted && <span className="text-dim">, {localWords(Date.parse(dueAt))} where you are</span>}
      </span>
      {path && <span className="mono text-faint text-sm [overflow-wrap:anywhere]">{path}</span>}
    </p>
  );
}
