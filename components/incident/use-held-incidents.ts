'use client';

import { useState } from 'react';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';

/** The incidents to show now, and how many wait until nothing is held. The first one has room kept, so it never waits. */
export function useHeldIncidents(incidents: IncidentSummary[], isHeld: boolean) {
  const [held, setHeld] = useState<string[] | null>(null);
  if (isHeld && !held) setHeld(incidents.map(({ number }) => number));
  if (!isHeld && held) setHeld(null);
  if (!isHeld || !held) return { shown: incidents, waiting: 0 };
  // In the order they had when it began: a severity that changes now moves nothing under a hand.
  const known = held.flatMap((number) => incidents.find((incident) => incident.number === number) ?? []);
  const shown = known.length > 0 ? known : incidents.slice(0, 1);
  return { shown, waiting: incidents.length - shown.length };
}
