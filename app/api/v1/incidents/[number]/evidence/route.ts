import { isAllowed } from '@/lib/domain/access/who-may';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { listEvidence } from '@/lib/server/evidence/list-evidence';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

// Files are taken in before Next, see lib/server/evidence/serve-raw-upload.ts.
export const GET = route<{ number: string }>('evidence list', async (_, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const items = await listEvidence(signedIn.actor, params.number);
  if (!items) return problemResponse(problems.notFound, traceId);
  if (!isAllowed(signedIn.actor.role, 'evidence.read')) return problemResponse(problems.needsResponder, traceId);
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } });
});
