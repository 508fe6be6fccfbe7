import { currentSignIn } from '@/lib/server/access/current-actor';
import { listIncidents } from '@/lib/server/incident/list-incidents';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

const mostItems = 200;

export const GET = route('incidents', async (request, { traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const { searchParams } = new URL(request.url);
  const limit = Number(searchParams.get('limit') ?? 50);
  const cursor = searchParams.get('cursor');
  const isSound =
    Number.isInteger(limit) &&
    limit >= 1 &&
    limit <= mostItems &&
    (cursor === null || /^INC-\d{4}-\d{4,9}$/.test(cursor));
  if (!isSound)
    return problemResponse(
      { status: 400, code: 'bad_query', title: `limit: 1 to ${mostItems}; cursor: as nextCursor gave it` },
      traceId,
    );
  const page = await listIncidents(signedIn.actor, {
    limit,
    open: searchParams.get('status') === 'open',
    ...(cursor ? { cursor } : {}),
  });
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
