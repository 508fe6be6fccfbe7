import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sessionTokenIn, signInIdFromToken } from '../access/session-token';
import { actorOf } from '../access/sign-in-store';
import { httpDuration } from '../observability/metrics';
import { EventStream } from './event-stream';
import { greetFollower } from './greet-follower';
import { hub } from './hub';
import { type Problem, problemResponse, problems } from './problem';
import { readTopics } from './read-topics';
import { noteRefusal, problemOf, traceIdOf } from './route';
import { apiHeaders, securityHeaders } from './security-headers.js';
import { visibleTopics } from './visible-topics';

const draining = { ...problems.databaseTrouble, code: 'draining', title: 'This node is stopping' };
const wrongMethod = { status: 405, code: 'method_not_allowed', title: 'A stream is asked for by GET' };
const unknownTopic = {
  status: 400,
  code: 'unknown_topic',
  title: 'topics: expected health, incidents or incident:{number}',
};

/** `GET /api/v1/stream` on the bare request, before Next: opens a stream, or says why not. */
export async function serveStream(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const traceId = traceIdOf(singleHeader(request, 'traceparent'));
  const end = httpDuration().startTimer({ route: 'stream', method: request.method ?? '' });
  const refusal = await openOrRefuse(request, response)
    .then((problem) => problem && problemResponse(problem, traceId))
    .catch((error: unknown) => problemOf(error, 'stream', traceId));
  end({ status: String(refusal?.status ?? 200) });
  if (!refusal) return;
  noteRefusal(refusal, 'stream', traceId);
  response.writeHead(refusal.status, {
    ...securityHeaders,
    ...apiHeaders,
    ...Object.fromEntries(refusal.headers),
  });
  response.end(await refusal.text());
}

async function openOrRefuse(request: IncomingMessage, response: ServerResponse): Promise<Problem | null> {
  if (request.method !== 'GET') return wrongMethod;
  if (hub().isDraining) return draining;
  const signInId = await signInIdFromToken(sessionTokenIn(request.headers.cookie));
  // Rule A4: read anew for every stream.
  const actor = signInId ? await actorOf(signInId) : undefined;
  if (!signInId || !actor) return problems.notSignedIn;
  const query = new URLSearchParams(request.url?.split('?')[1]);
  const asked = readTopics(query);
  if (!asked) return unknownTopic;
  const { topics, absent } = await visibleTopics(actor, asked);
  // It may have begun while we looked.
  if (hub().isDraining) return draining;
  const lastEventId = singleHeader(request, 'last-event-id') ?? query.get('lastEventId');
  EventStream.open(response, {
    ...{ topics, signInId, personId: actor.id, name: actor.name, role: actor.role },
    greet: greetFollower(topics, actor.id, lastEventId, absent),
  });
  return null;
}

function singleHeader(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}
