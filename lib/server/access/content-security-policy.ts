import { env } from '../env';

/** The policy of every page: our own files, scripts by nonce, the Faro receiver when there is one, nothing else. */
export function contentSecurityPolicy(nonce: string): string {
  const { FARO_URL, NODE_ENV, OIDC_ISSUER } = env();
  const isDevelopment = NODE_ENV === 'development';
  const receiver = FARO_URL ? ` ${new URL(FARO_URL).origin}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${receiver}`,
    "object-src 'none'",
    "base-uri 'none'",
    // Signing in and out are forms that redirect to the provider.
    `form-action 'self' ${new URL(OIDC_ISSUER).origin}`,
    "frame-ancestors 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
  ].join('; ');
}
