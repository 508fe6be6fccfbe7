import 'server-only';
import { cookies } from 'next/headers';
import { sessionCookieName } from './session-cookie-name';
import { signInIdFromToken } from './session-token';

/** How long a sign-in lasts without a visit; rolled forward by use. */
export const sessionSeconds = 12 * 60 * 60;

/** The id of the sign-in that this request's cookie proves; null without a valid one. */
export async function signInIdFromCookie(): Promise<string | null> {
  return signInIdFromToken((await cookies()).get(sessionCookieName())?.value);
}
