import { currentSignIn } from '@/lib/server/access/current-actor';
import { findEvidence } from '@/lib/server/evidence/find-evidence';
import { headersOf, sendOriginal } from '@/lib/server/evidence/send-original';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route<{ id: string }>('evidence content', async ({ headers }, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const row = await findEvidence(signedIn.actor, params.id);
  if (!row) return problemResponse(problems.notFound, traceId);
  return sendOriginal(signedIn.actor, row, { headers, traceId });
});

// Next would run GET for it, and whoever only asks how long it is has downloaded nothing.
export const HEAD = route<{ id: string }>('evidence content', async (_, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const row = await findEvidence(signedIn.actor, params.id);
  return row ? new Response(null, { headers: headersOf(row) }) : problemResponse(problems.notFound, traceId);
});
