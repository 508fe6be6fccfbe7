import type Provider from 'oidc-provider';
import type { Context, Grant } from 'oidc-provider';
import { MemoryStore } from './memory-store';
import { escapeHtml, page, pageHeaders } from './page';
import { claimsOf, type Person } from './people';
import type { ProviderKeys } from './signing-keys';

export interface ProviderOptions {
  issuer: string;
  consoleOrigin: string;
  clientId: string;
  clientSecret: string;
  people: readonly Person[];
  keys: ProviderKeys;
}

const HOUR_S = 3600;
const SCOPES = 'openid profile email groups';

const LIFETIMES_S = {
  AccessToken: HOUR_S,
  AuthorizationCode: 60,
  IdToken: HOUR_S,
  Interaction: HOUR_S,
  RefreshToken: 24 * HOUR_S,
  Session: 24 * HOUR_S,
  Grant: 24 * HOUR_S,
};

const CLAIMS = {
  openid: ['sub'],
  profile: ['name', 'preferred_username', 'groups'],
  email: ['email', 'email_verified'],
  groups: ['groups'],
};

/** Everybody who signs in here has agreed: the console is the only application. */
async function grantWithoutAsking(context: Context): Promise<Grant> {
  const { provider, client, session } = context.oidc;
  const known = session.grantIdFor(client.clientId);
  const found = known ? await provider.Grant.find(known) : undefined;
  if (found) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES);
  await grant.save();
  return grant;
}

function show(context: Context, options: ProviderOptions, html: string): void {
  for (const [name, value] of Object.entries(pageHeaders(options.consoleOrigin))) context.set(name, value);
  context.body = html;
}

function pages(options: ProviderOptions) {
  const back = `<form method="get" action="${escapeHtml(options.consoleOrigin)}/"><button><b>Back to the console</b></button></form>`;
  return {
    // The person has pressed "sign out" already; asking again would only leave half of them signed in.
    logoutSource: (context: Context, form: string) =>
      show(
        context,
        options,
        page(
          'Signing out…',
          `${form}<button form="op.logoutForm" name="logout" value="yes"><b>Sign out</b></button>`,
          true,
        ),
      ),
    postLogoutSuccessSource: (context: Context) => show(context, options, page('You are signed out', back)),
    renderError: (context: Context, out: Record<string, unknown>) => {
      const reason = `${out.error ?? 'error'}: ${out.error_description ?? 'no more is known'}`;
      show(context, options, page('Sign-in did not work', `<p><code>${escapeHtml(reason)}</code></p>${back}`));
    },
  };
}

function clients(options: ProviderOptions): object[] {
  return [
    {
      client_id: options.clientId,
      client_secret: options.clientSecret,
      client_name: 'Incident console',
      redirect_uris: [`${options.consoleOrigin}/api/auth/callback/oidc`],
      post_logout_redirect_uris: [`${options.consoleOrigin}/`],
      grant_types: ['authorization_code', 'refresh_token'],
    },
  ];
}

function cookies(options: ProviderOptions): object {
  const port = new URL(options.issuer).port;
  // Cookies of one host are shared by all its ports; two consoles on one computer must not take each other's.
  const name = (word: string) => `local_oidc_${port}_${word}`;
  return {
    keys: options.keys.cookieKeys,
    names: { interaction: name('interaction'), resume: name('resume'), session: name('session') },
  };
}

function configuration(options: ProviderOptions): Record<string, unknown> {
  const { logoutSource, postLogoutSuccessSource, renderError } = pages(options);
  return {
    adapter: MemoryStore,
    clients: clients(options),
    jwks: options.keys.jwks,
    cookies: cookies(options),
    claims: CLAIMS,
    // The console reads name and groups from the ID token, as most providers put them there.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    renderError,
    interactions: { url: (_context: Context, interaction: { uid: string }) => `/sign-in/${interaction.uid}` },
    loadExistingGrant: grantWithoutAsking,
    findAccount: (_context: Context, id: string) => {
      const one = options.people.find((person) => person.id === id);
      return one && { accountId: id, claims: () => claimsOf(one) };
    },
    ttl: LIFETIMES_S,
  };
}

async function loadQuietly(): Promise<typeof Provider> {
  // It uses this from Node 22 on, and says so aloud on Node 20, where it works with this one line.
  URL.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);
  const { warn } = console;
  console.warn = () => {};
  try {
    return (await import('oidc-provider')).default;
  } finally {
    console.warn = warn;
  }
}

const isOf = (origin: string, path: string) => (uri: string) =>
  URL.canParse(uri) && new URL(uri).origin === origin && new URL(uri).pathname.startsWith(path);

/** The provider for one console, with the people who can sign in. */
export async function makeProvider(options: ProviderOptions): Promise<Provider> {
  const Oidc = await loadQuietly();
  const provider = new Oidc(options.issuer, configuration(options));
  // Whatever name the console gives its provider, the answer goes to its own origin and nowhere else.
  provider.Client.prototype.redirectUriAllowed = isOf(options.consoleOrigin, '/api/auth/callback/');
  provider.Client.prototype.postLogoutRedirectUriAllowed = isOf(options.consoleOrigin, '/');
  return provider;
}
