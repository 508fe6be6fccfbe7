import type { Actor } from '@/lib/domain/access/actor';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { getEventsAbout, getEventsAfter, getEventsBefore } from '@/lib/server/incident/get-events-after';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

const seq = /^\d{1,9}$/;
/** As many as can be pinned. */
const severalSeqs = /^\d{1,9}(,\d{1,9}){0,29}$/;

export const GET = route<{ number: string }>('incident events', async (request, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const asked = read(new URL(request.url).searchParams);
  if (!asked)
    return problemResponse(
      { status: 400, code: 'bad_query', title: 'after, before: expected a seq; about: expected at most 30' },
      traceId,
    );
  const page = await asked(signedIn.actor, params.number);
  if (!page) return problemResponse(problems.notFound, traceId);
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});

function read(query: URLSearchParams): ((actor: Actor, number: string) => Promise<object | null>) | null {
  const [before, after, about] = [query.get('before'), query.get('after') ?? '0', query.get('about')];
  if (about !== null) {
    if (!severalSeqs.test(about)) return null;
    return (actor, number) => getEventsAbout(actor, number, about.split(',').map(Number));
  }
  if (!seq.test(before ?? after)) return null;
  if (before !== null) return (actor, number) => getEventsBefore(actor, number, Number(before));
  return (actor, number) => getEventsAfter(actor, number, Number(after));
}
