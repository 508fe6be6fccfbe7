import 'server-only';
import type { AuthOptions, Profile } from 'next-auth';
import { roleFromGroups } from '@/lib/domain/access/role';
import { isMailAddress } from '@/lib/domain/comms/mail-address';
import { env } from '../env';
import { log } from '../observability/log';
import { discoveryUrl } from './discover-provider';
import { readGroups } from './read-groups';
import { sessionSeconds } from './session-cookie';
import { isSecure, sessionCookieName } from './session-cookie-name';
import { endSignIn, recordSignIn } from './sign-in-store';

const refreshAfterSeconds = 15 * 60;
const foundGroups = Symbol('groups');

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
      signIn: async ({ profile, account }) => {
        if (!profile) return false;
        const source = { issuer: env().OIDC_ISSUER, claim: env().OIDC_GROUPS_CLAIM };
        // Both callbacks of one sign-in get the same profile: what is found out here is known there.
        Object.assign(profile, { [foundGroups]: await readGroups(source, profile, account?.access_token) });
        return roleOf(profile) !== null;
      },
      jwt: async ({ token, account, profile }) => {
        if (!account) return token;
        const role = roleOf(profile);
        if (!role || !profile?.sub) throw new Error('signed in without a role or a subject');
        const sid = await recordSignIn({
          issuer: env().OIDC_ISSUER,
          subject: profile.sub,
          name: nameOf(profile),
          email: emailOf(profile),
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
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPE } = env();
  return {
    id: 'oidc',
    name: 'single sign-on',
    type: 'oauth',
    wellKnown: discoveryUrl(OIDC_ISSUER),
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: OIDC_SCOPE } },
    profile: (profile: Profile) => ({ id: profile.sub ?? '', name: nameOf(profile) }),
  };
}

function roleOf(profile: Profile | undefined) {
  const groups = (profile as { [foundGroups]?: string[] } | undefined)?.[foundGroups] ?? [];
  return roleFromGroups(groups, env().OIDC_ROLE_MAP);
}

/** A claim is somebody else's text: cut, and without control characters. */
function nameOf(profile: Profile): string {
  const name = (profile.name ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return name.slice(0, 120) || 'Somebody without a name';
}

/** Only an address that the provider has not called unproven: reminders name an incident. */
function emailOf(profile: Profile & { email_verified?: unknown }): string | null {
  const { email, email_verified: isVerified } = profile;
  return typeof email === 'string' && isVerified !== false && isMailAddress(email) ? email : null;
}

function reasonOf(detail: unknown): string {
  if (detail instanceof Error) return detail.message;
  const inner = (detail as { error?: unknown } | null)?.error;
  return inner instanceof Error ? inner.message : 'unknown';
}
