import { hub } from '@/lib/server/kernel/hub';
import { checkDatabase } from '@/lib/server/observability/own-health';

export const dynamic = 'force-dynamic';

/** Fit to be sent traffic: the record can be reached and this node is not stopping. */
export async function GET(): Promise<Response> {
  const isReady = !hub().isDraining && (await checkDatabase()).status === 'ok';
  return new Response(isReady ? 'ok\n' : 'not ready\n', {
    status: isReady ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
