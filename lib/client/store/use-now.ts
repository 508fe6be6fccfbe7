'use client';

import { useEffect, useState } from 'react';
import { isServerTimeKnown, serverNowMs } from './server-clock';

/** Epoch milliseconds on the server's clock, renewed every `everyMs`; the first render says `initialMs`, as the server did. */
export function useNow(everyMs: number, initialMs: number): number {
  const [nowMs, setNowMs] = useState(initialMs);
  useEffect(() => {
    const mountedAt = performance.now();
    // Until the stream says what time it is, the page's own word counts on; the laptop's clock may be a day off.
    const renew = () => setNowMs(isServerTimeKnown() ? serverNowMs() : initialMs + (performance.now() - mountedAt));
    renew();
    const timer = setInterval(renew, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, initialMs]);
  return nowMs;
}
