import { serviceOfKey } from '@/lib/domain/degradation/service-of-key';
import { shownHealth } from '@/lib/domain/health/shown-health';
import { currentSignIn } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { getHealth } from '@/lib/server/health/get-health';
import { now } from '@/lib/server/kernel/clock';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';

export const GET = route('health', async (_, { traceId }) => {
  if (!(await currentSignIn())) return problemResponse(problems.notSignedIn, traceId);
  const { services } = getCatalogue();
  const view = shownHealth(await getHealth(), now().getTime(), (key) => serviceOfKey(services, key));
  return Response.json(view, { headers: { 'cache-control': 'no-store' } });
});
