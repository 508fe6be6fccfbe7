import 'server-only';
import type { HealthAnswer } from '@/lib/domain/health/health';
import { describeFailure } from './describe-failure';
import { decodeText, readLimitedBody } from './read-limited-body';
import { requestOnce } from './request-once';

/** What a target answered, or why there is no answer. */
export type FetchedHealth = { ok: true; answer: HealthAnswer } | { ok: false; reason: string };

const maxRedirects = 3;

/** Asks one address for its health within `deadlineMs` in all, redirects included. Never throws; keeps at most 256 kB. */
export async function fetchHealth(
  url: string,
  headers: Readonly<Record<string, string>>,
  deadlineMs: number,
): Promise<FetchedHealth> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    return await follow(new URL(url), headers, deadline);
  } catch (error) {
    if (deadline.aborted) return { ok: false, reason: `no full answer within ${deadlineMs / 1000} s` };
    return { ok: false, reason: describeFailure(error) };
  }
}

async function follow(
  start: URL,
  given: Readonly<Record<string, string>>,
  deadline: AbortSignal,
): Promise<FetchedHealth> {
  let url = start;
  let headers = given;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await requestOnce(url, headers, deadline);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400 && location) {
      response.destroy();
      if (!URL.canParse(location, url.href))
        return { ok: false, reason: 'it redirects to something that is not an address' };
      const next = new URL(location, url);
      // A secret header is for the host it was configured for, not for wherever that host points.
      if (next.origin !== url.origin) headers = {};
      url = next;
      continue;
    }
    const contentType = response.headers['content-type'] ?? '';
    const body = decodeText(await readLimitedBody(response, deadline), contentType);
    return { ok: true, answer: { httpStatus: status, contentType, body } };
  }
  return { ok: false, reason: `more than ${maxRedirects} redirects` };
}
