import * as z from 'zod/mini';
import { isAllowed } from '@/lib/domain/access/who-may';
import { typedText } from '@/lib/domain/incident/text-input';
import { explainRejection } from '@/lib/domain/kernel/explain-rejection';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { listLinks } from '@/lib/server/comms/follow/links/list-links';
import { makeLink } from '@/lib/server/comms/follow/links/make-link';
import { staticCopyOf } from '@/lib/server/comms/follow/static-copy-of';
import { canSee } from '@/lib/server/incident/get-record';
import { problemResponse, problems, statusOfRejection } from '@/lib/server/kernel/problem';
import { readJson } from '@/lib/server/kernel/read-json';
import { route } from '@/lib/server/kernel/route';
import { isSameOrigin } from '@/lib/server/kernel/same-origin';

const noStore = { 'cache-control': 'no-store' };
const mostHours = 720;
const input = z.strictObject({
  label: typedText(80).check(z.regex(/^[^\r\n]*$/)),
  ttlHours: z.int().check(z.minimum(1), z.maximum(mostHours)),
});
const malformed = {
  ...{ status: 422, code: 'malformed_link', title: 'This is not what a link is made of' },
  detail: `Send {"label": one line of at most 80 characters, "ttlHours": 1 to ${mostHours}}.`,
};

type Params = { number: string };

/** Who asks, if they may make links here; else the problem. What one may not see is absent. */
async function linkMaker(number: string) {
  const signedIn = await currentSignIn();
  if (!signedIn) return { problem: problems.notSignedIn };
  const { actor } = signedIn;
  if (!(await canSee(actor, number))) return { problem: problems.notFound };
  return isAllowed(actor.role, 'comms.make_link') ? { actor } : { problem: problems.needsResponder };
}

/** Rule M6: the links of an incident, how often each was looked at, and where its static copy lies. */
export const GET = route<Params>('follow links', async (_, { params: { number }, traceId }) => {
  const { problem } = await linkMaker(number);
  if (problem) return problemResponse(problem, traceId);
  const [items, staticCopy] = await Promise.all([listLinks(number), staticCopyOf(number)]);
  return Response.json({ items, staticCopy }, { headers: noStore });
});

/** Rule M6: makes a link; its address is answered once and kept nowhere. */
export const POST = route<Params>('follow link', async (request, { params: { number }, traceId }) => {
  if (!isSameOrigin(request)) return problemResponse(problems.foreignOrigin, traceId);
  const { problem, actor } = await linkMaker(number);
  if (!actor) return problemResponse(problem, traceId);
  const body = await readJson(request);
  if (!body.ok) return problemResponse(body.problem, traceId);
  const reading = input.safeParse(body.body);
  if (!reading.success) return problemResponse(malformed, traceId);
  const result = await makeLink(actor, number, reading.data);
  if ('made' in result) return Response.json(result.made, { status: 201, headers: noStore });
  const { rejection } = result.refused;
  const refused = { ...result.refused, detail: explainRejection(rejection), traceId };
  return Response.json(refused, { status: statusOfRejection(rejection), headers: noStore });
});
