import { Readable } from 'node:stream';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';
import { canExport, exportRecord } from '@/lib/server/review/export/export-record';
import { liveCopies } from '@/lib/server/review/export/live-copies';

export const GET = route<{ number: string }>('incident export', async (request, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const originals = new URL(request.url).searchParams.get('originals') ?? '0';
  if (originals !== '0' && originals !== '1')
    return problemResponse({ status: 400, code: 'bad_query', title: 'originals: expected 0 or 1' }, traceId);
  const exported = await exportRecord(signedIn.actor, params.number, originals === '1', liveCopies());
  if (!exported.ok) return problemResponse(exported.problem, traceId);
  const body = Readable.toWeb(exported.file) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: headersOf(params.number, originals === '1') });
});

// Next would run GET for it; whoever only asks has exported nothing.
export const HEAD = route<{ number: string }>('incident export', async (_, { params, traceId }) => {
  const signedIn = await currentSignIn();
  if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
  const isThere = await canExport(signedIn.actor, params.number);
  return isThere
    ? new Response(null, { headers: headersOf(params.number, false) })
    : problemResponse(problems.notFound, traceId);
});

function headersOf(number: string, withOriginals: boolean): Record<string, string> {
  return {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${number}${withOriginals ? '-originals' : ''}.zip"`,
    // The bytes are what is sealed: nothing on the way may change them.
    'cache-control': 'private, no-store, no-transform',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  };
}
