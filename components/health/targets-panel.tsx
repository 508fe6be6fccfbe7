import type { HealthView } from '@/lib/domain/health/target-snapshot';
import { Panel } from '../ui/panel';
import { TargetLine } from './target-line';

/** Every address that is asked for its health, with the age of what it said. */
export function TargetsPanel({ health, nowMs }: { health: HealthView; nowMs: number }) {
  const hasStandIn = health.targets.some((target) => target.standIn);
  return (
    <Panel title="Targets">
      <ul>
        {health.targets.map((target) => (
          <TargetLine key={target.id} target={target} nowMs={nowMs} />
        ))}
      </ul>
      {health.targets.length === 0 && (
        <p className="px-3.5 py-3 text-dim">No target is set. Name them in the catalogue.</p>
      )}
      {hasStandIn && (
        <p className="border-line border-t px-3.5 py-2.5 text-dim text-sm">
          A stand-in is a small local server that plays the platform, to try things out. It is not the real one.
        </p>
      )}
    </Panel>
  );
}
