import { currentSignIn } from '@/lib/server/access/current-actor';
import { getEventsAfter, getEventsBefore } from '@/lib/server/incident/get-events-after';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route<{ number: string }>('incident events', async (request, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const query = new URL(request.url).searchParams;
  const [before, after] = [query.get('before'), query.get('after') ?? '0'];
  if (!/^\d{1,9}$/.test(before ?? after))
    return problemResponse({ status: 400, code: 'bad_query', title: 'after, before: expected a seq' }, traceId);
  const page =
    before === null
      ? await getEventsAfter(signedIn.actor, params.number, Number(after))
      : await getEventsBefore(signedIn.actor, params.number, Number(before));
  if (!page) return problemResponse(problems.notFound, traceId);
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
