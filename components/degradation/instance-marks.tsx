import type { InstanceReading } from '@/lib/domain/degradation/matrix';
import { Mark } from '../ui/mark';
import { toneWord } from '../ui/tone';

/** One small mark for each target that speaks of the service; its title and the spoken words name it. */
export function InstanceMarks({ instances }: { instances: InstanceReading[] }) {
  if (instances.length === 0) return <span className="text-faint">–</span>;
  return (
    <ul className="flex gap-1.5">
      {instances.map(({ targetId, targetName, status, message }) => (
        <li key={targetId} title={`${targetName}: ${toneWord[status]}${message ? `, ${message}` : ''}`}>
          <Mark tone={status} className="size-2.5" />
          <span className="sr-only">{`${targetName}: ${toneWord[status]}`}</span>
        </li>
      ))}
    </ul>
  );
}
