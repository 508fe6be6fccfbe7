'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import { openOutbox } from './outbox/outbox';
import { settle } from './store/settle';
import { StreamContext } from './stream/stream-context';
import { useConsoleStream } from './stream/use-console-stream';

const refreshSessionMs = 15 * 60_000;

interface ClientRootProps {
  actor: Actor;
  faroUrl: string | null;
  buildId: string;
  children: ReactNode;
}

/** What every signed-in page lives in: the cache, the browser's stream, the person's outbox, and telemetry after first paint. */
export function ClientRoot({ actor, faroUrl, buildId, children }: ClientRootProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, retry: 1 } } }),
  );

  // The first render in the browser must find the queue: what waits in it is part of what is shown.
  if (typeof window !== 'undefined') openOutbox(actor.id, (number, events) => settle(client, number, events));
  const stream = useConsoleStream({ client, personId: actor.id, buildId });

  useEffect(() => {
    const timer = setInterval(() => void fetch('/api/auth/session').catch(() => {}), refreshSessionMs);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    if (faroUrl) void import('./telemetry/start-faro').then(({ startFaro }) => startFaro(faroUrl, buildId));
  }, [faroUrl, buildId]);

  return (
    <StreamContext value={stream}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </StreamContext>
  );
}
