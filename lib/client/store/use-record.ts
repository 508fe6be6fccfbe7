'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import type { RecordCommandType } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { RecordView } from '@/lib/domain/record-view';
import { outbox } from '../outbox/outbox';
import { useOutboxEntries } from '../outbox/use-outbox';
import { type Decides, foresee, type ShownEvent } from './foresee';
import { recordKey } from './query-keys';
import { provideFold } from './record-cache';

export type { ShownEvent } from './foresee';

provideFold(evolve);

/** The rules that run ahead of the server: fetched after the first paint, at once when something waits to be sent. */
function useDecides(isWanted: boolean): Decides | null {
  const [decides, setDecides] = useState<Decides | null>(null);
  useEffect(() => {
    if (decides) return;
    const fetchThem = () => {
      import('@/lib/domain/contents').then(
        ({ recordCommands }) => setDecides(recordCommands),
        // What is sent then shows when the server has it; the next command tries again.
        () => {},
      );
    };
    const timer = setTimeout(fetchThem, isWanted ? 0 : 300);
    return () => clearTimeout(timer);
  }, [decides, isWanted]);
  return decides;
}

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
  const decides = useDecides(own.length > 0);
  const foreseen = useMemo(() => foresee(known, own, actor, decides), [known, own, actor, decides]);

  return {
    record: { ...known, state: foreseen.state },
    events: foreseen.events satisfies ShownEvent[],
    send: (type: RecordCommandType, input: object, happenedAt?: string) =>
      outbox().add({ type, number, input: { number, ...input }, happenedAt }),
    refusals: own.flatMap(({ commandId, type, refusal, text, input }) =>
      refusal === undefined
        ? []
        : [{ commandId, type, words: refusal, input, ...(text === undefined ? {} : { text }) }],
    ),
    dismiss: (commandId: string) => outbox().discard(commandId),
  };
}
