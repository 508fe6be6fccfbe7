import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What makes this provider the same one after a restart. */
export interface ProviderKeys {
  jwks: { keys: object[] };
  cookieKeys: string[];
}

function makeKeys(): ProviderKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = {
    ...privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  };
  return { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] };
}

/** Reads the keys from the file, or makes them at the first start. Only the owner can read the file. */
export function loadKeys(file: string): ProviderKeys {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const keys = makeKeys();
    mkdirSync(path.dirname(file), { recursive: true });
    // Written whole or not at all: a start may be cut short.
    writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return keys;
  }
}
