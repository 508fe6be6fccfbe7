import 'server-only';

/** What is used of a provider's published metadata (OpenID Connect Discovery 1.0). */
export interface ProviderMetadata {
  userinfo_endpoint?: string;
  end_session_endpoint?: string;
}

/** Where a provider publishes its metadata. */
export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Asks the provider for its metadata; only http and https addresses are kept. Throws when it does not answer in 2 s. */
export async function discoverProvider(issuer: string): Promise<ProviderMetadata> {
  const response = await fetch(discoveryUrl(issuer), { signal: AbortSignal.timeout(2_000) });
  const metadata = (await response.json()) as Record<string, unknown>;
  return { ...webAddress(metadata, 'userinfo_endpoint'), ...webAddress(metadata, 'end_session_endpoint') };
}

function webAddress(metadata: Record<string, unknown>, name: keyof ProviderMetadata): ProviderMetadata {
  const value = metadata[name];
  return typeof value === 'string' && /^https?:\/\//.test(value) ? { [name]: value } : {};
}
