import { currentSignIn } from '@/lib/server/access/current-actor';
import { handleCommand } from '@/lib/server/kernel/handle-command';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { type LargerBodies, readJson } from '@/lib/server/kernel/read-json';
import { route } from '@/lib/server/kernel/route';
import { isSameOrigin } from '@/lib/server/kernel/same-origin';

// A postmortem has up to 100,000 characters, each of them up to six bytes when its sender escapes what is not ASCII.
const postmortems: LargerBodies = {
  maxBytes: 640 * 1024,
  suits: (body) => (body as { type?: unknown } | null)?.type === 'review.save_postmortem',
};

export const POST = route('commands', async (request, { traceId }) => {
  if (!isSameOrigin(request)) return problemResponse(problems.foreignOrigin, traceId);
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const read = await readJson(request, postmortems);
  if (!read.ok) return problemResponse(read.problem, traceId);
  return handleCommand(signedIn.actor, read.body, traceId);
});
