import { currentSignIn } from '@/lib/server/access/current-actor';
import { servePrepare } from '@/lib/server/comms/serve-prepare';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';
import { isSameOrigin } from '@/lib/server/kernel/same-origin';

export const POST = route<{ number: string }>('prepare comms', async (request, { params, traceId }) => {
  if (!isSameOrigin(request)) return problemResponse(problems.foreignOrigin, traceId);
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  return servePrepare(signedIn.actor, params.number, request, traceId);
});
