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
    const traceId = traceIdOf(request);
    const end = httpDuration().startTimer({ route: name, method: request.method });
    const response = await answer(name, handler, request, { params: await params, traceId });
    end({ status: String(response.status) });
    if (response.status >= 400) log().info({ traceId, route: name, status: response.status }, 'refused');
    return response;
  };
}

async function answer<Params>(name: string, handler: Handler<Params>, request: Request, context: RouteContext<Params>) {
  try {
    return await handler(request, context);
  } catch (error) {
    const { traceId } = context;
    const reason = error instanceof Error ? error.message : 'unknown';
    if (isDatabaseTrouble(error)) {
      log().warn({ traceId, route: name, reason }, 'the database does not answer');
      return problemResponse(problems.databaseTrouble, traceId);
    }
    log().error({ traceId, route: name, reason, stack: error instanceof Error ? error.stack : undefined }, 'a bug');
    return problemResponse(problems.bug, traceId);
  }
}

/** The trace id of the W3C `traceparent` header when there is one, so that logs join; else a new one. */
function traceIdOf(request: Request): string {
  const given = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(request.headers.get('traceparent') ?? '')?.[1];
  return given ?? randomBytes(16).toString('hex');
}
