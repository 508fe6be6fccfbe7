const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1').replace(SPECIAL, '\\$&');

/** One character in either case; outside of ASCII its cases have different bytes, so they are alternatives. */
function eitherCase(character: string): string {
  const forms = new Set([character, character.toLowerCase(), character.toUpperCase()].map(bytesOf));
  return forms.size === 1 ? bytesOf(character) : `(?:${[...forms].join('|')})`;
}

/** The words as a pattern over bytes read as latin1. They are only ever looked for, whatever they hold. */
export function toPattern(words: string, match: 'case' | 'any'): RegExp {
  if (match === 'case') return new RegExp(bytesOf(words), 'g');
  // The engine knows the cases of ASCII itself, and searches faster so.
  const isAscii = /^[\0-\x7f]*$/.test(words);
  return isAscii ? new RegExp(bytesOf(words), 'gi') : new RegExp([...words].map(eitherCase).join(''), 'g');
}
