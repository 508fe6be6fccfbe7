'use client';

import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { orderOpenIncidents } from '@/lib/domain/incident/order-open-incidents';
import { IncidentStripLine } from './incident-strip-line';
import { useHeldIncidents } from './use-held-incidents';

interface IncidentStripProps {
  incidents: IncidentSummary[];
  ladder: string[];
  nowMs: number;
  /** How many have which incident open, by number. */
  headCounts: ReadonlyMap<string, number>;
  /** True while somebody's pointer or focus is on what lies below. */
  isHeld: boolean;
}

/**
 * The open incidents, each one link wide. Its room is kept when there is none, and a new one waits while something
 * below is being pointed at, so that nothing moves away from under a hand.
 */
export function IncidentStrip({ incidents, ladder, nowMs, headCounts, isHeld }: IncidentStripProps) {
  const { shown, waiting } = useHeldIncidents(orderOpenIncidents(incidents, ladder), isHeld);
  return (
    <section aria-labelledby="open-incidents" className="relative">
      <h2 id="open-incidents" className="sr-only">
        Open incidents
      </h2>
      {shown.length === 0 && (
        <p className="flex min-h-12 items-center rounded-lg border border-line border-dashed px-3.5 text-dim">
          No open incident.
        </p>
      )}
      <ul className="grid gap-2">
        {shown.map((incident) => (
          <IncidentStripLine
            key={incident.number}
            incident={incident}
            ladder={ladder}
            nowMs={nowMs}
            headCount={headCounts.get(incident.number) ?? 0}
          />
        ))}
      </ul>
      <p
        role="status"
        className="absolute right-3 -bottom-3 rounded-full bg-accent px-3 py-0.5 font-semibold text-on-accent text-sm empty:hidden"
      >
        {waiting > 0 && `${waiting} new ${waiting === 1 ? 'incident' : 'incidents'}`}
      </p>
    </section>
  );
}
