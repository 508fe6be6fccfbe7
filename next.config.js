import { apiHeaders, evidenceHeaders, securityHeaders } from './lib/server/kernel/security-headers.js';

const toList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`; a build must not need the compiler twice.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Pages are loaded when they are first asked for: a start takes less memory and less time.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ['pg', 'pino', 'prom-client', 'graphile-worker'],
  outputFileTracingExcludes: {
    '*': ['node_modules/@img/**', 'node_modules/sharp/**', 'node_modules/typescript/**', 'node_modules/prisma/**'],
  },
  headers: async () => [
    { source: '/:path*', headers: toList(securityHeaders) },
    { source: '/api/:path*', headers: toList(apiHeaders) },
    { source: '/api/v1/evidence/:path*', headers: toList(evidenceHeaders) },
  ],
};
