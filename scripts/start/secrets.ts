import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['nextAuthSecret', 'chainKey', 'metricsToken', 'oidcClientSecret', 'postgresPassword'] as const;

/** What this data folder keeps to itself; each is random and made at its first start. */
export type Secrets = Record<(typeof NAMES)[number], string>;

const RANDOM_BYTES = 48;

function readKnown(file: string): Partial<Secrets> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(
      `${file} cannot be read. Put its backup back; without it, sessions and the proof of records are lost.`,
    );
  }
}

/** Reads `secrets.json` of the data folder and makes what is missing in it. Only its owner can read it. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const known = readKnown(file);
  const missing = NAMES.filter((name) => !known[name]);
  const made = missing.map((name) => [name, randomBytes(RANDOM_BYTES).toString('base64url')]);
  const secrets = { ...known, ...Object.fromEntries(made) } as Secrets;
  if (missing.length > 0) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}
