'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CommsPhase, Language } from '@/lib/domain/catalogue/comms-guide';
import type { PreparedUpdate } from '@/lib/domain/comms/prepared-update';

/** What the texts are made of beside record and matrix. */
export interface PrepareQuestion {
  phase: CommsPhase;
  language: Language;
  doing?: string;
  cause?: string;
  mitigation?: string;
  nextUpdateAt?: string;
}

const renewMs = 30_000;

/** The texts for every channel of the severity; asked again when the situation changes, and now and then. */
export function usePreparedUpdate(number: string, question: PrepareQuestion, situation: string) {
  return useQuery({
    queryKey: ['comms', number, question, situation],
    queryFn: async ({ signal }): Promise<PreparedUpdate> => {
      const response = await fetch(`/api/v1/incidents/${number}/comms/prepare`, {
        ...{ method: 'POST', signal, headers: { 'content-type': 'application/json' } },
        body: JSON.stringify(question),
      });
      if (!response.ok) throw new Error(`the console answered ${response.status}`);
      return (await response.json()) as PreparedUpdate;
    },
    placeholderData: keepPreviousData,
    refetchInterval: renewMs,
  });
}
