'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { fetchBackTo, fetchOlder } from './older-events';

/** Records up to this long are fetched whole as soon as the page is idle. */
const mostUnasked = 2_000;

type Progress = 'idle' | 'loading' | 'failed';

export interface OlderEvents {
  /** True while there are events before the first that is held. */
  hasOlder: boolean;
  progress: Progress;
  /** One more page. */
  loadMore: () => void;
  /** Until `seq` is held; 1 is all of them. Answers whether it is. */
  loadBackTo: (seq: number) => Promise<boolean>;
}

/** The older part of a record, of which a page comes with the newest only. `firstSeq` is the oldest event held. */
export function useOlderEvents(number: string, firstSeq: number, lastSeq: number): OlderEvents {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>('idle');
  const hasOlder = firstSeq > 1;
  const during = useCallback(async (work: Promise<boolean>) => {
    setProgress('loading');
    const isDone = await work;
    setProgress(isDone ? 'idle' : 'failed');
    return isDone;
  }, []);
  const loadBackTo = useCallback((seq: number) => during(fetchBackTo(client, number, seq)), [client, number, during]);
  const loadMore = useCallback(() => void during(fetchOlder(client, number)), [client, number, during]);
  const isSmall = hasOlder && lastSeq <= mostUnasked;
  useEffect(() => {
    if (!isSmall) return;
    const timer = setTimeout(() => void loadBackTo(1), 1_000);
    return () => clearTimeout(timer);
  }, [isSmall, loadBackTo]);
  return { hasOlder, progress, loadMore, loadBackTo };
}
