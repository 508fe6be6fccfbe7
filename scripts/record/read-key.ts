import { readFileSync } from 'node:fs';

/** The chain key of `--key-file`, or of CHAIN_KEY; null when neither is given. The file holds the key, or is the `secrets.json` of a data folder. */
export function readKey(keyFile: string | undefined, fromEnvironment: string | undefined): string | null {
  if (keyFile === undefined) return fromEnvironment || null;
  const text = readFileSync(keyFile, 'utf8').trim();
  if (!text.startsWith('{')) return text;
  const { chainKey } = JSON.parse(text);
  if (typeof chainKey !== 'string') throw new Error(`${keyFile} holds no chainKey.`);
  return chainKey;
}
