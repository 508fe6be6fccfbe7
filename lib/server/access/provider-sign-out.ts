import 'server-only';
import { env } from '../env';
import { log } from '../observability/log';
import { discoverProvider } from './discover-provider';

/** Where the browser goes so that the provider's session ends too; our own sign-in page when the provider has no such place or does not answer. */
export async function providerSignOutUrl(idToken: string | null): Promise<string> {
  const home = `${env().NEXTAUTH_URL}/sign-in?signed-out=1`;
  const { OIDC_ISSUER, OIDC_CLIENT_ID } = env();
  try {
    const { end_session_endpoint: endpoint } = await discoverProvider(OIDC_ISSUER);
    if (!endpoint) return home;
    const url = new URL(endpoint);
    if (idToken) url.searchParams.set('id_token_hint', idToken);
    url.searchParams.set('client_id', OIDC_CLIENT_ID);
    url.searchParams.set('post_logout_redirect_uri', home);
    return url.href;
  } catch (error) {
    log().warn(
      { reason: error instanceof Error ? error.message : 'unknown' },
      'the provider did not answer at sign-out',
    );
    return home;
  }
}
