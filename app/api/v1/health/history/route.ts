import { currentSignIn } from '@/lib/server/access/current-actor';
import { getHistory } from '@/lib/server/health/get-history';
import { readHistoryQuestion } from '@/lib/server/health/read-history-question';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route('health history', async (request, { traceId }) => {
  if (!(await currentSignIn())) return problemResponse(problems.notSignedIn, traceId);
  const reading = readHistoryQuestion(new URL(request.url).searchParams);
  if (!reading.ok) return problemResponse({ status: 400, code: 'bad_query', title: reading.problem }, traceId);
  return Response.json(await getHistory(reading.question), { headers: { 'cache-control': 'no-store' } });
});
