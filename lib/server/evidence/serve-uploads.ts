import 'server-only';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { bareRoute } from '../kernel/bare-route';
import { problemResponse, problems } from '../kernel/problem';
import { asOurs } from './tus-refusal';
import { tusServer } from './tus-server';

const uploadPath = /^\/api\/v1\/uploads(\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?\/?$/;
const silentMs = 2 * 60_000;
const methods = ['POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS'];

/** Resumable uploads, tus 1.0 (design §7). */
export const serveUploads = bareRoute('resumable upload', async (request, { headers, url, traceId, proceed }) => {
  if (!uploadPath.test(url.pathname)) return problemResponse(problems.notFound, traceId);
  if (!methods.includes(request.method ?? '')) return problemResponse(wrongMethod, traceId);
  // By it a POST would pass for something else.
  headers.delete('x-http-method-override');
  request.setTimeout(silentMs, () => request.destroy());
  proceed();
  const answer = await tusServer().handleWeb(new Request(url, { ...init(request), headers }));
  return await asOurs(answer, traceId);
});

const wrongMethod = { status: 405, code: 'method_not_allowed', title: 'Uploads are made by POST, PATCH and HEAD' };

function init(request: IncomingMessage): RequestInit {
  const method = request.method ?? 'GET';
  if (method !== 'POST' && method !== 'PATCH') return { method };
  return { method, body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } as RequestInit;
}
