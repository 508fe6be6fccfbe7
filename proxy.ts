import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/server/access/content-security-policy';

/** Puts the strict Content-Security-Policy with a fresh nonce on every page. Access is checked in queries, not here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-console-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'no-store');
  return response;
}

export const config = {
  // Pages only: uploads and streams must never pass through here.
  matcher: ['/((?!api/|_next/|metrics$|livez$|readyz$|icon|manifest|favicon).*)'],
};
