import { currentSignIn } from '@/lib/server/access/current-actor';
import { listIncidents } from '@/lib/server/incident/list-incidents';
import { readIncidentsQuestion } from '@/lib/server/incident/read-incidents-question';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route('incidents', async (request, { traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const reading = readIncidentsQuestion(new URL(request.url).searchParams);
  if (!reading.ok) return problemResponse({ status: 400, code: 'bad_query', title: reading.problem }, traceId);
  const page = await listIncidents(signedIn.actor, reading.question);
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
