'use client';

import { use, useEffect } from 'react';
import { StreamContext } from './stream-context';

/** While this is on the page, the stream carries this incident. Shows nothing. */
export function WatchIncident({ number }: { number: string }) {
  const stream = use(StreamContext);
  useEffect(() => stream?.watch(number), [stream, number]);
  return null;
}
