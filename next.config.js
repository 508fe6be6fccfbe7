const security = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'no-referrer' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
];

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run verify`; a build must not need the compiler twice.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Pages are loaded when they are first asked for: a start takes less memory and less time.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ['pg', 'pino', 'prom-client', 'graphile-worker'],
  outputFileTracingExcludes: {
    '*': ['node_modules/@img/**', 'node_modules/sharp/**', 'node_modules/typescript/**', 'node_modules/prisma/**'],
  },
  headers: async () => [
    { source: '/:path*', headers: security },
    {
      source: '/api/:path*',
      headers: [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};
