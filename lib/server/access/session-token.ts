import 'server-only';
import { decode } from 'next-auth/jwt';
import { env } from '../env';
import { sessionCookieName } from './session-cookie-name';

const longestToken = 4_096;

/** The id of the sign-in that a session token proves; null when it proves none. */
export async function signInIdFromToken(token: string | undefined): Promise<string | null> {
  if (!token || token.length > longestToken) return null;
  try {
    const claims = await decode({ token, secret: env().NEXTAUTH_SECRET });
    return typeof claims?.sid === 'string' ? claims.sid : null;
  } catch {
    return null;
  }
}

/** The session token in a raw `Cookie` header; undefined when there is none. */
export function sessionTokenIn(cookieHeader: string | undefined): string | undefined {
  const start = `${sessionCookieName()}=`;
  const found = cookieHeader?.split(/; */).find((pair) => pair.startsWith(start));
  return found?.slice(start.length);
}
