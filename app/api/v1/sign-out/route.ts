import { cookies } from 'next/headers';
import { providerSignOutUrl } from '@/lib/server/access/provider-sign-out';
import { signInIdFromCookie } from '@/lib/server/access/session-cookie';
import { isSecure, sessionCookieName } from '@/lib/server/access/session-cookie-name';
import { endSignIn } from '@/lib/server/access/sign-in-store';
import { problemResponse, problems } from '@/lib/server/kernel/problem';
import { route } from '@/lib/server/kernel/route';
import { isSameOrigin } from '@/lib/server/kernel/same-origin';

export const POST = route('sign-out', async (request, { traceId }) => {
  if (!isSameOrigin(request)) return problemResponse(problems.foreignOrigin, traceId);
  const signInId = await signInIdFromCookie();
  const idToken = signInId ? await endSignIn(signInId) : null;
  (await cookies()).set(sessionCookieName(), '', {
    maxAge: 0,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
  });
  const location = await providerSignOutUrl(idToken);
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'clear-site-data': '"cache"' },
  });
});
