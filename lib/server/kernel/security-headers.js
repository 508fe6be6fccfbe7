/** Headers of every answer, whoever gives it: Next, or the door before it. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** And of every answer under /api: whatever it is, it is no page. */
export const apiHeaders = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

/** And of all that is made of saved files: should a browser show it after all, it may do nothing. */
export const evidenceHeaders = { 'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'" };
