import { sayWhy } from '@/lib/domain/health/say-why';
import { isStale, shownStatus, unknownSince } from '@/lib/domain/health/staleness';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { Badge } from '../ui/badge';
import { elapsedWords } from '../ui/format-time';
import { Status } from '../ui/status';
import { Time } from '../ui/time';
import { toneWord } from '../ui/tone';

interface TargetLineProps {
  target: TargetSnapshot;
  nowMs: number;
}

function age(target: TargetSnapshot, nowMs: number): string {
  return target.polledAt === null ? 'not asked yet' : `${elapsedWords(nowMs - Date.parse(target.polledAt))} ago`;
}

function LastKnown({ target, nowMs }: TargetLineProps) {
  const since = unknownSince(target, nowMs);
  if (!since) return target.polledAt === null ? null : <>Never gave an answer that could be read.</>;
  return (
    <>
      Unknown since <Time iso={since} nowMs={nowMs} zone />
      {target.lastKnown && `; last known ${toneWord[target.lastKnown].toLowerCase()}`}
    </>
  );
}

/** One target: never a value that is not current, always the age of what is shown. */
export function TargetLine({ target, nowMs }: TargetLineProps) {
  const status = shownStatus(target, nowMs);
  const latency = status === 'unknown' || target.latencyMs === null ? '–' : `${Math.round(target.latencyMs)} ms`;
  const why = status === target.status ? sayWhy(target) : '';
  const message = isStale(target, nowMs) ? undefined : target.message;
  return (
    <li
      data-target={target.id}
      data-status={status}
      className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-line border-t px-3.5 py-2 first:border-0"
    >
      <span>{target.name}</span>
      <Status tone={status} />
      <span className="mono flex flex-wrap items-center gap-x-2 text-faint">
        <span className="whitespace-nowrap">{latency}</span> {target.standIn && <Badge>stand-in</Badge>}
      </span>
      <span className="mono text-right text-faint">{age(target, nowMs)}</span>
      {status === 'unknown' && (
        <span className="col-span-2 text-dim text-sm">
          <LastKnown target={target} nowMs={nowMs} />
        </span>
      )}
      {why && <span className="col-span-2 break-words text-dim text-sm">{why}</span>}
      {message && <span className="col-span-2 line-clamp-3 break-words text-dim text-sm">{message}</span>}
    </li>
  );
}
