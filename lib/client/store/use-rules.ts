'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Rules } from './foresee';
import { catchUpRecord, provideFold } from './record-cache';

const soonMs = 300;
const tryAgainMs = 2_000;

/**
 * The rules that run ahead of the server, and the fold that takes its events: fetched after the first paint, at once when
 * something waits to be sent, and again until they are there. What happened meanwhile is caught up with then.
 */
export function useRules(number: string, isWanted: boolean): Rules | null {
  const client = useQueryClient();
  const [rules, setRules] = useState<Rules | null>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (rules) return;
    const fetchThem = () => {
      Promise.all([
        import('@/lib/domain/contents'),
        import('@/lib/domain/evolve'),
        import('@/lib/domain/settle-steps'),
      ]).then(
        ([{ recordCommands: decides }, { evolve }, { settleSteps }]) => {
          provideFold(evolve);
          setRules({ decides, evolve, settleSteps });
          void catchUpRecord(client, number, Number.POSITIVE_INFINITY);
        },
        () => setFailures((count) => count + 1),
      );
    };
    const timer = setTimeout(fetchThem, failures > 0 ? tryAgainMs : isWanted ? 0 : soonMs);
    return () => clearTimeout(timer);
  }, [rules, failures, isWanted, client, number]);
  return rules;
}
