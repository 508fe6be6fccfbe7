import { currentSignIn } from '@/lib/server/access/current-actor';
import { getRecord } from '@/lib/server/incident/get-record';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route<{ number: string }>('incident', async (_, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const record = await getRecord(signedIn.actor, params.number);
  if (!record) return problemResponse(problems.notFound, traceId);
  return Response.json(record, { headers: { 'cache-control': 'no-store' } });
});
