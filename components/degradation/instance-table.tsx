import type { Service } from '@/lib/domain/catalogue/catalogue';
import { readService, type ServiceReading } from '@/lib/domain/degradation/read-service';
import { isCurrent } from '@/lib/domain/health/staleness';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { elapsedWords } from '../ui/format-time';
import { Status } from '../ui/status';
import { Time } from '../ui/time';

interface InstanceTableProps {
  service: Service;
  targets: TargetSnapshot[];
  nowMs: number;
}

/** How old the word of a target is: "3 s ago", or since when there is none. */
function freshness(target: TargetSnapshot | undefined, nowMs: number): string {
  if (!target?.observedAt) return 'never answered';
  const age = elapsedWords(nowMs - Date.parse(target.observedAt));
  return isCurrent(target, nowMs) ? `heard ${age} ago` : `stale: last heard ${age} ago`;
}

function Line({ reading, target, nowMs }: { reading: ServiceReading; target?: TargetSnapshot; nowMs: number }) {
  const { targetName, component, status, message, since } = reading;
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-line border-t py-1.5 first:border-0 first:pt-0">
      <span>
        {targetName} {component && <span className="mono text-dim">{component}</span>}
      </span>
      <Status tone={status} />
      {message && <span className="mono col-span-2 break-words">{message}</span>}
      <span className="col-span-2 text-dim text-sm">
        {since && (
          <>
            since <Time iso={since} nowMs={nowMs} zone />,{' '}
          </>
        )}
        {freshness(target, nowMs)}
      </span>
    </li>
  );
}

/** Which instance says what of the service, since when, and how fresh its word is. */
export function InstanceTable({ service, targets, nowMs }: InstanceTableProps) {
  const readings = readService(service, targets, nowMs);
  if (readings.length === 0) {
    return (
      <p className="text-dim">
        No target reports it. Looked for {service.healthKeys.map((key) => key).join(', ') || 'its instances'}.
      </p>
    );
  }
  return (
    <ul>
      {readings.map((reading) => {
        const target = targets.find(({ id }) => id === reading.targetId);
        return (
          <Line
            key={`${reading.targetId}/${reading.component}`}
            reading={reading}
            nowMs={nowMs}
            {...(target && { target })}
          />
        );
      })}
    </ul>
  );
}
