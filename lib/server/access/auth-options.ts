import 'server-only';
import type { AuthOptions, Profile } from 'next-auth';
import { roleFromGroups } from '@/lib/domain/access/role';
import { env } from '../env';
import { log } from '../observability/log';
import { isSecure, sessionCookieName, sessionSeconds } from './session-cookie';
import { endSignIn, recordSignIn } from './sign-in-store';

const refreshAfterSeconds = 15 * 60;

/** next-auth against any OIDC provider with discovery: code flow with PKCE, state and nonce. */
export function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds, updateAge: refreshAfterSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    providers: [provider()],
    callbacks: {
      signIn: ({ profile }) => roleOf(profile) !== null,
      jwt: async ({ token, account, profile }) => {
        if (!account) return token;
        const role = roleOf(profile);
        if (!role || !profile?.sub) throw new Error('signed in without a role or a subject');
        const sid = await recordSignIn({
          issuer: env().OIDC_ISSUER,
          subject: profile.sub,
          name: nameOf(profile),
          role,
          idToken: account.id_token ?? null,
        });
        return { sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    // The library's own way out ends the sign-in too; ours is /api/v1/sign-out, which also ends the provider's session.
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSignIn(token.sid);
      },
    },
    logger: {
      error: (code, detail) => log().warn({ code, reason: reasonOf(detail) }, 'sign-in trouble'),
      warn: (code) => log().debug({ code }, 'sign-in warning'),
      debug: () => {},
    },
  };
}

function provider(): AuthOptions['providers'][number] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return {
    id: 'oidc',
    name: 'single sign-on',
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid profile' } },
    profile: (profile: Profile) => ({ id: profile.sub ?? '', name: nameOf(profile) }),
  };
}

function roleOf(profile: Profile | undefined) {
  const claimed: unknown = (profile as { groups?: unknown } | undefined)?.groups;
  const groups = Array.isArray(claimed) ? claimed.filter((group) => typeof group === 'string') : [];
  return roleFromGroups(groups, env().OIDC_ROLE_MAP);
}

/** A claim is somebody else's text: cut, and without control characters. */
function nameOf(profile: Profile): string {
  const name = (profile.name ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return name.slice(0, 120) || 'Somebody without a name';
}

function reasonOf(detail: unknown): string {
  if (detail instanceof Error) return detail.message;
  const inner = (detail as { error?: unknown } | null)?.error;
  return inner instanceof Error ? inner.message : 'unknown';
}
