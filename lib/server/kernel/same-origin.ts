import 'server-only';
import { env } from '../env';

/** Rule K10: a write by cookie must come from our own pages; the browser says so and cannot be made to lie. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  return request.headers.get('origin') === env().NEXTAUTH_URL;
}
