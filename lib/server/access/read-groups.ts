import 'server-only';
import { discoverProvider } from './discover-provider';

/** Where groups may stand in what a provider says. */
export interface GroupSource {
  issuer: string;
  /** The claim's name, dots for depth: `groups`, `realm_access.roles`. */
  claim: string;
}

/**
 * The groups of somebody who just signed in: from the ID token, or, since many providers keep them out of it, from the
 * provider's userinfo. An answer that is not a list of texts is no group at all.
 */
export async function readGroups(
  { issuer, claim }: GroupSource,
  idTokenClaims: object,
  accessToken: string | undefined,
): Promise<string[]> {
  const inToken = valueAt(idTokenClaims, claim);
  if (inToken !== undefined || !accessToken) return texts(inToken);
  const endpoint = (await discoverProvider(issuer)).userinfo_endpoint;
  if (!endpoint) return [];
  const response = await fetch(endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    signal: AbortSignal.timeout(5_000),
  });
  return response.ok ? texts(valueAt((await response.json()) as object, claim)) : [];
}

function valueAt(claims: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      claims,
    );
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
