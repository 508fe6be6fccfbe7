'use client';

import { useEffect, useState } from 'react';
import { serverNowMs } from './server-clock';

/** Epoch milliseconds on the server's clock, renewed every `everyMs`; the first render says `initialMs`, as the server did. */
export function useNow(everyMs: number, initialMs: number): number {
  const [nowMs, setNowMs] = useState(initialMs);
  useEffect(() => {
    const renew = () => setNowMs(serverNowMs());
    renew();
    const timer = setInterval(renew, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
