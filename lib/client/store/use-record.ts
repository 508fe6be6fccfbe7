'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import type { RecordCommandType } from '@/lib/domain/contents';
import type { RecordView } from '@/lib/domain/record-view';
import { outbox } from '../outbox/outbox';
import { useOutboxEntries } from '../outbox/use-outbox';
import { foresee, type ShownEvent } from './foresee';
import { recordKey } from './query-keys';
import { useRules } from './use-rules';

export type { ShownEvent } from './foresee';

/** One incident, live, with this person's unsent commands already applied. */
export function useRecord(initial: RecordView, actor: Actor) {
  const { number } = initial.state.incident;
  const client = useQueryClient();
  const { data: known } = useQuery({
    queryKey: recordKey(number),
    queryFn: () => initial,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    // A visit some time later brings a newer record than the one still cached.
    client.setQueryData<RecordView>(recordKey(number), (cached) =>
      cached && cached.lastSeq >= initial.lastSeq ? cached : initial,
    );
  }, [client, number, initial]);

  const entries = useOutboxEntries();
  const own = useMemo(() => entries.filter((entry) => entry.number === number), [entries, number]);
  const rules = useRules(number, own.length > 0);
  const foreseen = useMemo(() => foresee(known, own, actor, rules), [known, own, actor, rules]);

  const send = useCallback(
    (type: RecordCommandType, input: object, happenedAt?: string) =>
      outbox().add({ type, number, input: { number, ...input }, happenedAt }),
    [number],
  );

  return {
    record: { ...known, state: foreseen.state },
    events: foreseen.events satisfies ShownEvent[],
    send,
    refusals: own.flatMap(({ commandId, type, refusal, text, input }) =>
      refusal === undefined
        ? []
        : [{ commandId, type, words: refusal, input, ...(text === undefined ? {} : { text }) }],
    ),
    dismiss: (commandId: string) => outbox().discard(commandId),
  };
}
