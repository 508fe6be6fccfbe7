import 'server-only';
import type { IncomingMessage } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { env } from '../env';
import { type BareContext, bareRoute } from '../kernel/bare-route';
import { perProcess } from '../kernel/per-process';
import { problemResponse } from '../kernel/problem';
import { evidenceBytes } from '../observability/metrics';
import { findMediaType } from './find-media-type';
import { type Kept, keepArrival } from './keep-arrival';
import { markCapture } from './mark-capture';
import { addingRefusal, readSender, type Sender } from './read-sender';
import { readUploadFacts } from './read-upload-facts';
import { receiveUpload } from './receive-upload';
import { sayKept } from './say-kept';
import { spool } from './spool';
import { rawUploadNumber } from './upload-paths';
import { UploadRefused, uploadProblems } from './upload-refused';

// A command may think for minutes before it says anything; a line that is dead is found by the system before that.
const silentMs = 15 * 60_000;
const probeAfterMs = 30_000;
const mostAtOnce = 200;

/** The body is the file, streamed, with its name, recipe and checksum beside it; `curl -T -` works (design §7). */
export const serveRawUpload = bareRoute('evidence upload', async (request, context) => {
  const { headers, url, traceId } = context;
  const number = rawUploadNumber(url.pathname);
  const reading = await readSender(request.method, headers);
  if (!reading.ok) return problemResponse(reading.problem, traceId);
  const refusal = await addingRefusal(reading.sender, number);
  if (refusal) return problemResponse(refusal, traceId);
  const counter = perProcess('raw-uploads', () => ({ open: 0 }));
  if (counter.open >= mostAtOnce) return problemResponse(uploadProblems.busy, traceId);
  counter.open += 1;
  try {
    return answer(await take(request, context, reading.sender, number), headers);
  } catch (error) {
    if (error instanceof UploadRefused) return problemResponse(error.problem, traceId);
    throw error;
  } finally {
    counter.open -= 1;
  }
});

async function take(request: IncomingMessage, context: BareContext, sender: Sender, number: string): Promise<Kept> {
  const { headers, url, proceed } = context;
  const { searchParams: query } = url;
  const facts = await readUploadFacts(number, {
    ...{ name: query.get('name'), recipe: query.get('recipe') },
    sha256: query.get('sha256') ?? headers.get('x-content-sha256'),
    ...{ exitStatus: query.get('status'), instance: query.get('instance') },
  });
  const announced = headers.get('content-length');
  const limits = { mostBytes: env().EVIDENCE_MAX_BYTES, length: announced === null ? null : Number(announced) };
  if ((limits.length ?? 0) > limits.mostBytes) throw new UploadRefused(uploadProblems.tooLarge(limits.mostBytes));
  const id = uuidv7();
  const places = { part: spool().part(id), whole: spool().whole(id) };
  request.socket.setKeepAlive(true, probeAfterMs);
  request.setTimeout(silentMs, () => request.destroy());
  proceed();
  const { name, recipe, exitStatus } = facts;
  const announcement = { ...limits, sha256: facts.sha256, mayBeEmpty: exitStatus !== null };
  const { sizeBytes, sha256, head } = await receiveUpload(request, places, announcement);
  const way = sender.onlyNumber === null ? 'browser' : 'pipe';
  evidenceBytes().inc({ way }, sizeBytes);
  const mediaType = await findMediaType(head);
  const marks = await markCapture(number, { ...facts, sizeBytes, mediaType, head });
  return await keepArrival(sender.actor, { id, number, name, recipe, sizeBytes, sha256, mediaType, way, ...marks });
}

/** A shell is told in one line, a program in JSON. */
function answer(kept: Kept, headers: Headers): Response {
  const isShell = headers.get('user-agent')?.startsWith('curl/') && headers.get('accept') === '*/*';
  const init = { status: 201, headers: { 'cache-control': 'no-store' } };
  if (!isShell) return Response.json({ evidence: kept }, init);
  return new Response(sayKept(kept), {
    ...init,
    headers: { ...init.headers, 'content-type': 'text/plain; charset=utf-8' },
  });
}
