import 'server-only';
import { randomBytes } from 'node:crypto';
import { log } from '../observability/log';
import { httpDuration } from '../observability/metrics';
import { isDatabaseTrouble } from './database-trouble';
import { problemResponse, problems } from './problem';

/** What a handler is told beside the request. */
export interface RouteContext<Params> {
  params: Params;
  traceId: string;
}

type Handler<Params> = (request: Request, context: RouteContext<Params>) => Promise<Response>;

/** Wraps a route handler: trace id, timing, log line; a failing database is a 503, a bug a 500 without detail. */
export function route<Params = Record<string, never>>(name: string, handler: Handler<Params>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const traceId = traceIdOf(request.headers.get('traceparent'));
    const end = httpDuration().startTimer({ route: name, method: request.method });
    const context = { params: await params, traceId };
    const response = await handler(request, context).catch((error) => problemOf(error, name, traceId));
    end({ status: String(response.status) });
    noteRefusal(response, name, traceId);
    return response;
  };
}

/** What went wrong inside a handler, as its answer and in the log. */
export function problemOf(error: unknown, route: string, traceId: string): Response {
  const reason = error instanceof Error ? error.message : 'unknown';
  if (isDatabaseTrouble(error)) {
    log().warn({ traceId, route, reason }, 'the database does not answer');
    return problemResponse(problems.databaseTrouble, traceId);
  }
  log().error({ traceId, route, reason, stack: error instanceof Error ? error.stack : undefined }, 'a bug');
  return problemResponse(problems.bug, traceId);
}

export function noteRefusal({ status }: Response, route: string, traceId: string): void {
  if (status >= 400) log().info({ traceId, route, status }, 'refused');
}

/** The trace id of the W3C `traceparent` header when there is one, so that logs join; else a new one. */
export function traceIdOf(traceparent: string | null | undefined): string {
  const given = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent ?? '')?.[1];
  return given ?? randomBytes(16).toString('hex');
}
