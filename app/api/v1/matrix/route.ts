import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { getHealth } from '@/lib/server/health/get-health';
import { now } from '@/lib/server/kernel/clock';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route('matrix', async (_, { traceId }) => {
  if (!(await currentSignIn())) return problemResponse(problems.notSignedIn, traceId);
  const matrix = buildMatrix(getCatalogue(), await getHealth(), now().getTime());
  return Response.json(matrix, { headers: { 'cache-control': 'no-store' } });
});
