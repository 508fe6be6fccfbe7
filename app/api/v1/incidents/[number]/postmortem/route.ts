import { currentSignIn } from '@/lib/server/access/current-actor';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';
import { getPostmortem } from '@/lib/server/review/get-postmortem';
import { postmortemFile } from '@/lib/server/review/postmortem-file';

export const GET = route<{ number: string }>('postmortem', async (request, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const format = new URL(request.url).searchParams.get('format');
  if (format !== null && format !== 'md' && format !== 'json')
    return problemResponse({ status: 400, code: 'bad_query', title: 'format: expected md or json' }, traceId);
  const view = await getPostmortem(signedIn.actor, params.number);
  if (!view) return problemResponse(problems.notFound, traceId);
  const wantsText = format === 'md' || (format === null && request.headers.get('accept')?.includes('text/markdown'));
  return wantsText ? postmortemFile(view) : Response.json(view, { headers: { 'cache-control': 'no-store' } });
});
