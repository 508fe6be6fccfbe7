import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDatabaseTrouble } from '../../kernel/database-trouble';
import { httpDuration } from '../../observability/metrics';
import { findFollowed } from './find-followed';
import type { FollowAddress } from './follow-place';
import { followStreams } from './follow-streams';

const mostAtOnce = 5_000;

/** `GET …/stream` of a follow page: 404 for what is not there, 401 without a sign-in, 503 when it cannot be had now. */
export async function serveFollowStream(
  address: FollowAddress,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = httpDuration().startTimer({ route: 'follow stream', method: request.method ?? '' });
  const refusal = await openOrRefuse(address, request, response).catch((error: unknown) => {
    if (isDatabaseTrouble(error)) return 503;
    throw error;
  });
  end({ status: String(refusal ?? 200) });
  if (refusal) response.writeHead(refusal, { 'cache-control': 'no-store', 'retry-after': '5' }).end();
}

async function openOrRefuse(
  address: FollowAddress,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<number | null> {
  const streams = followStreams();
  // The page asks for itself every 15 s without a stream.
  if (streams.isDraining || streams.size >= mostAtOnce) return 503;
  const followed = await findFollowed(address, request.headers.cookie);
  if (followed === 'sign_in') return 401;
  if (followed === 'absent') return 404;
  if (streams.isDraining) return 503;
  if (!response.destroyed) streams.open(followed, response);
  return null;
}
