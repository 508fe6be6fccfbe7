import type { FoundSecret } from './found-secret';

/** No private key is longer; what claims to be one stops being masked here. In characters. */
export const longestKey = 65_536;

const BEGIN = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;

/** PEM and PGP private keys over any number of lines; one without its end is taken to go on until the text does. */
export function findPrivateKeys(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const begin of text.matchAll(BEGIN)) {
    if (begin.index < (found.at(-1)?.to ?? 0)) continue;
    END.lastIndex = begin.index + begin[0].length;
    const end = END.exec(text);
    const last = Math.min(text.length, begin.index + longestKey);
    const to = end && end.index < last ? end.index + end[0].length : last;
    found.push({ from: begin.index, to, kind: 'private key' });
  }
  return found;
}
