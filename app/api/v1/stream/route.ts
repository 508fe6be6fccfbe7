import { currentSignIn } from '@/lib/server/access/current-actor';
import { greetFollower } from '@/lib/server/kernel/greet-follower';
import { hub } from '@/lib/server/kernel/hub';
import { openEventStream } from '@/lib/server/kernel/open-event-stream';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { readTopics } from '@/lib/server/kernel/read-topics';
import { route } from '@/lib/server/kernel/route';

export const dynamic = 'force-dynamic';

export const GET = route('stream', async (request, { traceId }) => {
  if (hub().isDraining)
    return problemResponse({ ...problems.databaseTrouble, code: 'draining', title: 'This node is stopping' }, traceId);
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const topics = readTopics(request);
  if (!topics)
    return problemResponse(
      { status: 400, code: 'unknown_topic', title: 'topics: expected health, incidents or incident:{number}' },
      traceId,
    );
  const lastEventId = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('lastEventId');
  const greet = greetFollower(topics, lastEventId);
  return openEventStream(request, { topics, signInId: signedIn.signInId, greet });
});
