import 'server-only';
import type { Follower } from './hub';
import { hub } from './hub';
import { sseRetry } from './sse-message';

const maxLagBytes = 1_000_000;
const retryMs = 500;

/** A follower's stream as a response; `greet` runs once it has joined, and its messages go to this one reader only. */
export function openEventStream(
  request: Request,
  {
    topics,
    signInId,
    greet,
  }: { topics: ReadonlySet<string>; signInId: string; greet: (send: Follower['send']) => Promise<void> },
): Response {
  let end = (_: () => void) => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true;
        const close = () => end(() => controller.close());
        const send = (bytes: Uint8Array) => {
          if (!isOpen) return;
          if ((controller.desiredSize ?? 0) >= -maxLagBytes) return controller.enqueue(bytes);
          // Ended by an error, so that what waits for it is let go of at once; it resumes by id.
          end(() => controller.error(new DOMException('reads too slowly', 'AbortError')));
        };
        const leave = hub().join({ topics, signInId, send, close });
        end = (finish) => {
          if (!isOpen) return;
          isOpen = false;
          leave();
          finish();
        };
        if (request.signal.aborted) return close();
        request.signal.addEventListener('abort', close, { once: true });
        send(sseRetry(retryMs));
        greet(send).catch(close);
      },
      cancel: () => end(() => {}),
    },
    { highWaterMark: 0, size: (chunk) => chunk.byteLength },
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
