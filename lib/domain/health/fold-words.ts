const SIGNS: readonly [RegExp, string][] = [
  [/[✅✔✓☑🟢👍💚]/gu, ' ok '],
  [/[❌✗✘✖🔴🛑💥]/gu, ' down '],
  [/[⚠🟡🟠]/gu, ' warning '],
];

/**
 * Reduces a text to plain lower-case words parted by single spaces: case, accents, punctuation, snake_case, camelCase and
 * check marks are levelled, so that "OUT_OF_SERVICE", "OutOfService" and "out of service." are the same words.
 */
export function foldWords(text: string): string {
  const parted = text.replace(/n['’]t\b/g, ' not').replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  const plain = /^[ -~]*$/.test(parted) ? parted.toLowerCase() : foldForeign(parted);
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function foldForeign(text: string): string {
  let folded = text;
  for (const [sign, word] of SIGNS) folded = folded.replace(sign, word);
  return folded.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words of a JSON key: `response_time_ms`, `responseTimeMs` and `response-time-ms` all give three. */
export function splitKey(key: string): string[] {
  const folded = foldWords(key.slice(0, 200));
  return folded === '' ? [] : folded.split(' ');
}

/** The key without any separators, for looking it up: `isHealthy` and `is_healthy` both give `ishealthy`. */
export function joinKey(key: string): string {
  return splitKey(key).join('');
}
