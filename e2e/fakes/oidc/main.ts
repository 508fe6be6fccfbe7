import path from 'node:path';
import { followParent } from '../../../scripts/process/follow-parent';
import { isOutside } from '../../../scripts/start/is-outside';
import { readPeople } from './people';
import { serveProvider } from './server';
import { loadKeys } from './signing-keys';

/** Started by `npm start`, which tells it everything through the environment. */
async function main(given: NodeJS.ProcessEnv): Promise<void> {
  const { NODE_ENV, NEXTAUTH_URL = '', OIDC_ISSUER = '', DATA_DIR = '.data' } = given;
  if (NODE_ENV === 'production' && isOutside(NEXTAUTH_URL)) {
    throw new Error('The local sign-in provider does not serve a console with an outside address. Set OIDC_ISSUER.');
  }
  const server = await serveProvider({
    issuer: OIDC_ISSUER,
    consoleOrigin: new URL(NEXTAUTH_URL).origin,
    clientId: given.OIDC_CLIENT_ID ?? '',
    clientSecret: given.OIDC_CLIENT_SECRET ?? '',
    people: readPeople(given.LOCAL_OIDC_PEOPLE),
    keys: loadKeys(path.join(DATA_DIR, 'local-oidc', 'keys.json')),
  });
  followParent(async () => {
    server.close();
    server.closeAllConnections();
  });
  process.send?.({ ready: true });
}

await main(process.env);
