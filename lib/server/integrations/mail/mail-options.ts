import 'server-only';

const mostConnections = 10;

/** What the mail library is told for `SMTP_URL`; `?tls=required`, `optional` or `none` overrides what the host suggests. */
export function mailOptions(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  const tls = url.searchParams.get('tls') ?? (isHere && !secure ? 'optional' : 'required');
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    // Only where encryption is not asked for may it be one that nobody vouches for.
    tls: { rejectUnauthorized: tls === 'required' },
    ...(user && { auth: { user, pass: decodeURIComponent(url.password) } }),
    pool: true as const,
    maxConnections: mostConnections,
    // A message whose connection broke may have been taken: sending it again is for the queue to decide.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 5_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
