import { currentSignIn } from '@/lib/server/access/current-actor';
import { exportIncidents } from '@/lib/server/incident/export-incidents';
import { readIncidentsQuestion } from '@/lib/server/incident/read-incidents-question';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

const types = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json' };

export const GET = route('incidents export', async (request, { traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const query = new URL(request.url).searchParams;
  const format = query.get('format') ?? 'csv';
  const reading = readIncidentsQuestion(query);
  if (format !== 'csv' && format !== 'json')
    return problemResponse({ status: 400, code: 'bad_query', title: 'format: expected csv or json' }, traceId);
  if (!reading.ok) return problemResponse({ status: 400, code: 'bad_query', title: reading.problem }, traceId);
  return new Response(exportIncidents(signedIn.actor, reading.question.filter, format), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="incidents.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});
