import { beforeAll, describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    NEXTAUTH_URL: 'https://console.test',
    NEXTAUTH_SECRET: 'a secret that is only used in tests',
    CHAIN_KEY: 'a chain key that is only used in tests',
    OIDC_ISSUER: 'https://issuer.test',
    OIDC_CLIENT_ID: 'console',
    OIDC_CLIENT_SECRET: 'only used in tests',
  });
});

const own = 'https://console.test';
const asked = (headers: Record<string, string>) =>
  isSameOrigin(new Request(`${own}/api/v1/commands`, { method: 'POST', headers }));

describe('[K10] a write', () => {
  it('from our own pages is let in', () => {
    expect(asked({ origin: own, 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(asked({ origin: own })).toBe(true);
  });

  it.each([
    ['another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['another site, by a browser that does not say so', { origin: 'https://evil.test' }],
    ['a sandbox or a file', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a sandbox, by a browser that does not say so', { origin: 'null' }],
    ['a sibling of our domain', { origin: 'https://other.test', 'sec-fetch-site': 'same-site' }],
    ['our site on another port', { origin: 'https://console.test:8443', 'sec-fetch-site': 'same-site' }],
    ['our site without TLS', { origin: 'http://console.test' }],
    ['a site that begins like ours', { origin: 'https://console.test.evil.test' }],
    ['a site that ends like ours', { origin: 'https://evilconsole.test' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['somebody who claims to be us from elsewhere', { origin: own, 'sec-fetch-site': 'cross-site' }],
    [
      'elsewhere, whatever the browser says of the site',
      { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
    ],
    ['nowhere at all', {}],
    ['an empty origin', { origin: '' }],
  ])('from %s is not', (_, headers) => {
    expect(asked(headers as Record<string, string>)).toBe(false);
  });
});
