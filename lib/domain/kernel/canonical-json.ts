/**
 * RFC 8785 canonical JSON: keys sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * Throws TypeError on what JSON cannot carry (undefined in arrays, functions, NaN, infinities, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`canonical JSON cannot carry a ${typeof value}`);
}

function canonicalObject(value: object): string {
  const given = value as Record<string, unknown>;
  let members = '';
  // Without a comparator, keys are sorted by UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const member = given[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('canonical JSON cannot carry NaN or infinities');
  return JSON.stringify(value);
}

// Verifying a long chain is mostly this: what needs no escape is taken as it is.
const needsNoEscape = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function canonicalString(value: string): string {
  if (needsNoEscape.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('canonical JSON cannot carry a lone surrogate');
  return JSON.stringify(value);
}
