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
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const close = () => {
          leave();
          try {
            controller.close();
          } catch {
            // Already closed or errored: there is nothing left to end.
          }
        };
        const send = (bytes: Uint8Array) => {
          if ((controller.desiredSize ?? 0) < -maxLagBytes) return close();
          controller.enqueue(bytes);
        };
        leave = hub().join({ topics, signInId, send, close });
        request.signal.addEventListener('abort', close, { once: true });
        send(sseRetry(retryMs));
        greet(send).catch(close);
      },
      cancel: () => leave(),
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
