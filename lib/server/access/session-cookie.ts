import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { env } from '../env';

/** How long a sign-in lasts without a visit; rolled forward by use. */
export const sessionSeconds = 12 * 60 * 60;

/** Behind https the cookie is bound to the host and never sent in the clear. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-incident-console.session' : 'incident-console.session';
}

export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith('https:');
}

/** The id of the sign-in that this request's cookie proves; null without a valid one. */
export async function signInIdFromCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token || token.length > 4_096) return null;
  try {
    const claims = await decode({ token, secret: env().NEXTAUTH_SECRET });
    return typeof claims?.sid === 'string' ? claims.sid : null;
  } catch {
    return null;
  }
}
