import path from 'node:path';
import type { Plan } from './plan';
import type { Secrets } from './secrets';

const CLIENT_ID = 'incident-console';

/** The address of the local sign-in provider. Another host name than the console's, so that cookies do not mix. */
export const localIssuer = ({ ports }: Plan): string => `http://127.0.0.1:${ports.oidc}`;

/** The health addresses of the stand-in, as the console is told them. */
function standInTargets({ ports }: Plan) {
  return (['blue', 'green'] as const).map((name) => ({
    id: `api-${name}`,
    name: `API ${name}`,
    url: `http://127.0.0.1:${ports[name]}/api/v1/health/deep`,
    standIn: true,
  }));
}

function withoutEmpty(source: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

function evidenceStore({ given, root, dataDir }: Plan): string {
  const store = given.EVIDENCE_STORE;
  if (!store) return `file:${path.join(dataDir, 'evidence')}`;
  return store.startsWith('file:') ? `file:${path.resolve(root, store.slice('file:'.length))}` : store;
}

/**
 * The environment of every process that `npm start` starts: what was set, and what was missing filled in. Paths are
 * absolute, since the built console runs in a folder of its own.
 */
export function consoleEnvironment(
  plan: Plan,
  secrets: Secrets,
  source: Record<string, string | undefined>,
  databaseUrl: string,
): Record<string, string> {
  const filled = {
    // glibc keeps a heap for every thread otherwise; two save some 20 MB and cost nothing that shows.
    MALLOC_ARENA_MAX: '2',
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    CHAIN_KEY: secrets.chainKey,
    ...(!plan.isOutside && { METRICS_TOKEN: secrets.metricsToken }),
    ...(plan.embedded.oidc && {
      OIDC_ISSUER: localIssuer(plan),
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: secrets.oidcClientSecret,
    }),
    // While trying things out, nobody's real tools are called.
    ...(plan.embedded.platform && { HEALTH_TARGETS: JSON.stringify(standInTargets(plan)), BOOKMARK_CHECKS: 'off' }),
    ...withoutEmpty(source),
  };
  return {
    ...filled,
    NODE_ENV: plan.isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(plan.ports.console),
    HOST: plan.host,
    NEXTAUTH_URL: plan.address,
    DATABASE_URL: databaseUrl,
    DATA_DIR: plan.dataDir,
    CATALOG_DIR: path.resolve(plan.root, plan.given.CATALOG_DIR),
    EVIDENCE_STORE: evidenceStore(plan),
  };
}
