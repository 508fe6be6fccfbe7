import { isAllowed } from '@/lib/domain/access/who-may';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { makeCaptureToken } from '@/lib/server/evidence/capture-token';
import { canSee } from '@/lib/server/incident/get-record';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';
import { isSameOrigin } from '@/lib/server/kernel/same-origin';

export const POST = route<{ number: string }>('capture token', async (request, { params, traceId }) => {
  if (!isSameOrigin(request)) return problemResponse(problems.foreignOrigin, traceId);
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const { actor } = signedIn;
  if (!(await canSee(actor, params.number))) return problemResponse(problems.notFound, traceId);
  if (!isAllowed(actor.role, 'evidence.add')) return problemResponse(problems.needsResponder, traceId);
  const made = await makeCaptureToken(actor, params.number);
  return Response.json(made, { status: 201, headers: { 'cache-control': 'no-store' } });
});
