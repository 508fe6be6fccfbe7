import { currentSignIn } from '@/lib/server/access/current-actor';
import { route } from '@/lib/server/kernel/route';
import { getOwnHealth, type OwnHealth } from '@/lib/server/observability/own-health';

export const dynamic = 'force-dynamic';

export const GET = route('deep health', async () => {
  const health = await getOwnHealth();
  const signedIn = await currentSignIn().catch(() => null);
  const status = health.status === 'down' ? 503 : 200;
  return Response.json(signedIn ? health : namesOnly(health), { status, headers: { 'cache-control': 'no-store' } });
});

/** Without a session: which checks there are and how they stand, nothing of what they say. */
function namesOnly({ status, time, version, checks }: OwnHealth) {
  const named = Object.entries(checks).map(([name, check]) => [
    name,
    { status: check.status, latency_ms: check.latency_ms },
  ]);
  return { status, time, version, checks: Object.fromEntries(named) };
}
