import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { httpDuration } from '../observability/metrics';
import { headersOf } from './headers-of';
import { noteRefusal, problemOf, traceIdOf } from './route';
import { apiHeaders, securityHeaders } from './security-headers.js';

/** What a handler is told beside the request. */
export interface BareContext {
  traceId: string;
  headers: Headers;
  url: URL;
  /** Lets a sender that asked first (`Expect: 100-continue`) send its body. */
  proceed(): void;
}

type BareHandler = (request: IncomingMessage, context: BareContext) => Promise<Response>;

// As long as a sender that was refused in the middle is listened to, so that it can hear why.
const lingerMs = 5_000;

/** As `route`, on the bare request before Next: trace id, timing, log line, headers; failures become problems. */
export function bareRoute(name: string, handler: BareHandler) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = headersOf(request);
    const traceId = traceIdOf(headers.get('traceparent'));
    const end = httpDuration().startTimer({ route: name, method: request.method ?? '' });
    const asksFirst = headers.get('expect')?.toLowerCase() === '100-continue';
    let mayProceed = !asksFirst;
    const proceed = () => {
      if (!mayProceed) response.writeContinue();
      mayProceed = true;
    };
    const url = new URL(request.url ?? '/', 'http://console.invalid');
    const answer = await handler(request, { traceId, headers, url, proceed }).catch((error) => {
      // Nobody is left to be told, and a sender that leaves is no bug.
      return request.destroyed && !request.complete ? null : problemOf(error, name, traceId);
    });
    end({ status: String(answer?.status ?? 499) });
    if (!answer) return;
    noteRefusal(answer, name, traceId);
    await write(response, answer, mayProceed);
    lingerOn(request);
  };
}

async function write(response: ServerResponse, answer: Response, hasBody: boolean): Promise<void> {
  response.writeHead(answer.status, {
    ...securityHeaders,
    ...apiHeaders,
    // A sender that was never let to send may believe that it still has to.
    ...(!hasBody && { connection: 'close' }),
    ...Object.fromEntries(answer.headers),
  });
  response.end(answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer()));
}

/** The rest of a body that nobody wants is read and dropped for a while: a connection cut at once would take the answer along. */
function lingerOn(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  setTimeout(() => request.complete || request.destroy(), lingerMs).unref();
}
