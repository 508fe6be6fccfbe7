import { currentSignIn } from '@/lib/server/access/current-actor';
import { listUpdates } from '@/lib/server/comms/list-updates';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route<{ number: string }>('comms', async (_, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const items = await listUpdates(signedIn.actor, params.number);
  if (!items) return problemResponse(problems.notFound, traceId);
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } });
});
