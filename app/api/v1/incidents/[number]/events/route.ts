import { currentSignIn } from '@/lib/server/access/current-actor';
import { getEventsAfter } from '@/lib/server/incident/get-events-after';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route<{ number: string }>('incident events', async (request, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const after = new URL(request.url).searchParams.get('after') ?? '0';
  if (!/^\d{1,9}$/.test(after))
    return problemResponse({ status: 400, code: 'bad_query', title: 'after: expected a seq' }, traceId);
  const page = await getEventsAfter(signedIn.actor, params.number, Number(after));
  if (!page) return problemResponse(problems.notFound, traceId);
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
