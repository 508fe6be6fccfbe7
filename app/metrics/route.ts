import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/server/env';
import { registry } from '@/lib/server/observability/metrics';

export const dynamic = 'force-dynamic';

/** Prometheus metrics for whoever has METRICS_TOKEN; without the variable the page is off. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return new Response('metrics are off: set METRICS_TOKEN\n', { status: 404 });
  const given = request.headers.get('authorization') ?? '';
  if (!timingSafeEqual(digest(given), digest(`Bearer ${METRICS_TOKEN}`))) {
    return new Response('metrics need Authorization: Bearer METRICS_TOKEN\n', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  return new Response(await registry().metrics(), {
    headers: { 'content-type': registry().contentType, 'cache-control': 'no-store' },
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
