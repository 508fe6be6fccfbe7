import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BareContext, bareRoute } from '../../kernel/bare-route';
import { isDatabaseTrouble } from '../../kernel/database-trouble';
import { type FollowPlace, readFollowPlace } from './follow-place';
import { absentAnswer, awayAnswer, plainAnswer } from './plain-answer';
import { serveFeed } from './serve-feed';
import { servePage } from './serve-page';
import { serveFollowStream } from './serve-stream';
import { serveConfirm } from './subscriptions/serve-confirm';
import { serveSubscribe } from './subscriptions/serve-subscribe';
import { serveUnsubscribe } from './subscriptions/serve-unsubscribe';

/** Everything under `/follow`, on the bare request before Next: what thousands open at once, and with React gone, fast. */
export async function serveFollow(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const place = readFollowPlace((request.url ?? '').split('?', 1)[0] ?? '');
  if (place?.kind === 'stream' && request.method === 'GET') {
    return await serveFollowStream(place.address, request, response);
  }
  await answerPlace(request, response);
}

const answerPlace = bareRoute('follow page', async (request, context) => {
  const place = readFollowPlace(context.url.pathname);
  try {
    return place ? await answer(place, request, context) : absentAnswer();
  } catch (error) {
    if (isDatabaseTrouble(error)) return awayAnswer();
    throw error;
  }
});

async function answer(place: FollowPlace, request: IncomingMessage, context: BareContext): Promise<Response> {
  const { headers, url } = context;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isForm = request.method === 'POST';
  if (place.kind === 'page' && isRead) return await servePage(place.address, url, headers);
  if (place.kind === 'feed' && isRead) return await serveFeed(place.address, headers);
  if (place.kind === 'subscribe' && isForm) return await serveSubscribe(place.address, request, context);
  if (place.kind === 'confirm' && (isRead || isForm)) return await serveConfirm(place.token, isForm);
  if (place.kind === 'unsubscribe' && (isRead || isForm)) return await serveUnsubscribe(place.token, isForm);
  return plainAnswer({
    status: 405,
    title: ['This is not how to ask for it', 'Ce n’est pas la bonne manière de demander'],
    text: ['Open the page itself.', 'Ouvrez la page elle-même.'],
  });
}
