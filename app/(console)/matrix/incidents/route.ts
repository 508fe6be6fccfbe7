import { currentSignIn } from '@/lib/server/access/current-actor';
import { listIncidentsOfServices } from '@/lib/server/incident/list-incidents-of-services';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

const most = 20;

/** The latest incidents declared from one service: the marks in its history. */
export const GET = route('incidents of a service', async (request, { traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const service = new URL(request.url).searchParams.get('service') ?? '';
  if (!/^[a-z0-9-]{1,60}$/.test(service)) {
    return problemResponse({ status: 400, code: 'bad_query', title: 'service: expected the id of a service' }, traceId);
  }
  const items = await listIncidentsOfServices(signedIn.actor, [service], most);
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } });
});
