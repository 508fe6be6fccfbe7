import { isAtLeast } from '@/lib/domain/access/role';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { listPeople } from '@/lib/server/access/list-people';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

/** Whom a command can name. Who follows has no use for it. */
export const GET = route('people', async (_, { traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  if (!isAtLeast(signedIn.actor.role, 'responder')) {
    const title = 'This needs the responder role';
    return problemResponse({ status: 403, code: 'not_allowed', title }, traceId);
  }
  return Response.json({ people: await listPeople() }, { headers: { 'cache-control': 'no-store' } });
});
