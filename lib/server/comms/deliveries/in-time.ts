import 'server-only';
import type { Sending } from '../../integrations/receiver';
import { log } from '../../observability/log';

const longestMs = 45_000;

/** What came of a try, or that nobody knows: when it takes more than 45 s, or broke in a way that it must not. */
export async function inTime(sending: Promise<Sending>): Promise<Sending> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Sending>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'unknown', problem: 'no end within 45 s' }), longestMs);
  });
  try {
    return await Promise.race([sending, late]);
  } catch (error) {
    log().error({ reason: error instanceof Error ? error.message : 'unknown' }, 'an adapter broke');
    return { outcome: 'unknown', problem: 'the console failed while it was sent' };
  } finally {
    clearTimeout(timer);
  }
}
