'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openOutbox } from '../outbox/outbox';
import type { ConsoleStream } from './console-stream';

const tryAgainMs = 1_000;

interface StreamParts {
  client: QueryClient;
  personId: string;
  buildId: string;
}

/** Opens this tab's stream once the page is hydrated, and again when the page comes back; null until then. Its code comes after the first paint. */
export function useConsoleStream({ client, personId, buildId }: StreamParts): ConsoleStream | null {
  const [stream, setStream] = useState<ConsoleStream | null>(null);
  useEffect(() => {
    const queue = openOutbox(personId, () => {});
    let opened: ConsoleStream | null = null;
    let isWanted = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const fetchAndOpen = () => {
      import('./console-stream').then(
        ({ ConsoleStream: Stream }) => {
          if (!isWanted || opened) return;
          opened = new Stream(client, buildId, () => queue.flush());
          setStream(opened);
        },
        () => {
          if (isWanted) retry = setTimeout(fetchAndOpen, tryAgainMs);
        },
      );
    };
    const open = () => {
      isWanted = true;
      fetchAndOpen();
    };
    const close = () => {
      isWanted = false;
      clearTimeout(retry);
      opened?.close();
      opened = null;
    };
    // A page from the back-forward cache was closed when it was left.
    const reopen = ({ persisted }: PageTransitionEvent) => persisted && open();
    open();
    window.addEventListener('pagehide', close);
    window.addEventListener('pageshow', reopen);
    return () => {
      window.removeEventListener('pagehide', close);
      window.removeEventListener('pageshow', reopen);
      close();
    };
  }, [client, personId, buildId]);
  return stream;
}
