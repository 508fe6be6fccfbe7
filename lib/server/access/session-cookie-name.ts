import 'server-only';
import { env } from '../env';

/** Behind https the cookie is bound to the host and never sent in the clear. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-incident-console.session' : 'incident-console.session';
}

export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith('https:');
}
