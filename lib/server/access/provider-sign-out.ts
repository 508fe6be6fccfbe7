import 'server-only';
import { env } from '../env';
import { log } from '../observability/log';

/** Where the browser goes so that the provider's session ends too; our own sign-in page when the provider has no such place or does not answer. */
export async function providerSignOutUrl(idToken: string | null): Promise<string> {
  const home = `${env().NEXTAUTH_URL}/sign-in?signed-out=1`;
  const { OIDC_ISSUER, OIDC_CLIENT_ID } = env();
  try {
    const wellKnown = `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(wellKnown, { signal: AbortSignal.timeout(2_000) });
    const { end_session_endpoint: endpoint } = (await response.json()) as { end_session_endpoint?: unknown };
    if (typeof endpoint !== 'string' || !/^https?:/.test(endpoint)) return home;
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
