import { currentSignIn } from '@/lib/server/access/current-actor';
import { getRowKnowledge } from '@/lib/server/degradation/get-row-knowledge';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route<{ id: string }>('service', async (_, { params, traceId }) => {
  if (!(await currentSignIn())) return problemResponse(problems.notSignedIn, traceId);
  const knowledge = await getRowKnowledge(params.id);
  if (!knowledge) return problemResponse(problems.notFound, traceId);
  return Response.json(knowledge, { headers: { 'cache-control': 'no-store' } });
});
