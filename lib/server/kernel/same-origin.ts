import 'server-only';
import { env } from '../env';

/**
 * Rule K10: a write by cookie must come from our own pages; the browser says so and cannot be made to lie. A form that
 * is sent under `no-referrer` carries the origin "null", so for those the browser's word on the site decides.
 */
export function isSameOrigin(request: { headers: Headers }): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site === 'same-origin') return origin === null || origin === 'null' || origin === env().NEXTAUTH_URL;
  return site === null && origin === env().NEXTAUTH_URL;
}
