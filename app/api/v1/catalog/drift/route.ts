import { currentSignIn } from '@/lib/server/access/current-actor';
import { getDrift } from '@/lib/server/degradation/get-drift';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route('drift', async (_, { traceId }) => {
  if (!(await currentSignIn())) return problemResponse(problems.notSignedIn, traceId);
  return Response.json(await getDrift(), { headers: { 'cache-control': 'no-store' } });
});
