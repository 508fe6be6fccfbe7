import { isAtLeast } from '@/lib/domain/access/role';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { getDrift } from '@/lib/server/degradation/get-drift';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

const notYours = { status: 403, code: 'not_allowed', title: 'This report is for commanders and leads' };

export const GET = route('drift', async (_, { traceId }) => {
  const signIn = await currentSignIn();
  if (!signIn) return problemResponse(problems.notSignedIn, traceId);
  if (!isAtLeast(signIn.actor.role, 'commander')) return problemResponse(notYours, traceId);
  return Response.json(await getDrift(), { headers: { 'cache-control': 'no-store' } });
});
