import type { FoundSecret } from './found-secret';

/** What is quoted and longer is no password, whatever it is called. */
const longestValue = 8192;

const NAME =
  /(?:(passw(?:or)?d|passwort|passphrase|kennwort|mot_de_passe|pwd)|api[_-]?key|access[_-]?key|(?:private|signing|encryption|session)[_-]?key|client[_-]?secret|secret|token|credential)s?(?![a-z0-9])/gi;
const SEPARATOR = /\\{0,3}["']?\s{0,3}(?::=|=>|[=:])\s{0,3}/y;
const QUOTE = /\\{0,3}["'`]/y;
const BARE_VALUE = /[^\s"'`,;&)}\]<>|\\]{1,8192}/y;

// Said of secrets in ordinary logs; none of them is one.
const WORDS =
  /^(?:true|false|yes|no|on|off|null|nil|none|undefined|empty|unset|set|ok|valid|invalid|incorrect|wrong|missing|required|optional|expired|expires|revoked|rejected|denied|refused|refresh|refreshed|renewed|rotated|issued|access|bearer|basic|jwt|not|is|was|has|unexpected|unknown|error|failed|failure|mismatch|changed|redacted|hidden|masked|removed|string|number|authentication)\b/i;
const PLACEHOLDER = /^(?:[*•x.]{3,}|\[|<|\{\{|\$\{?[A-Za-z_(]|%s|%v|%\(|‹|\/(?:[\w.-]+\/)*[\w.-]*$)/i;

function isSecret(value: string, isPassword: boolean, isQuoted: boolean): boolean {
  if (value === '' || PLACEHOLDER.test(value)) return false;
  if (WORDS.test(value) && /^[A-Za-z]+$/.test(value)) return false;
  if (isPassword) return true;
  // Counts, and plain words after "token:", are what parsers and quotas speak of.
  if (/^\d{1,9}$/.test(value)) return false;
  return isQuoted || value.length >= 6;
}

function endOfQuoted(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from);
  const lineEnd = text.indexOf('\n', from);
  const stop = Math.min(lineEnd === -1 ? text.length : lineEnd, from + longestValue);
  if (end === -1 || end > stop) return stop;
  // A quote that is itself escaped belongs to the value.
  return quote.length === 1 && text[end - 1] === '\\' && text[end - 2] !== '\\'
    ? endOfQuoted(text, end + 1, quote)
    : end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Values after names such as `password=`, `"apiKey": "`, `X-Auth-Token: `, `PGPASSWORD=`; the name itself is kept. */
export function findNamedValues(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  let readTo = 0;
  for (const match of text.matchAll(NAME)) {
    // A name inside a value was read with it; reading it again for each name would take squared time.
    if (match.index < readTo) continue;
    const afterName = match.index + match[0].length;
    const separator = matchAt(SEPARATOR, text, afterName);
    if (separator === null) continue;
    const at = afterName + separator.length;
    const quote = matchAt(QUOTE, text, at);
    const from = at + (quote?.length ?? 0);
    const to = quote ? endOfQuoted(text, from, quote) : from + (matchAt(BARE_VALUE, text, from)?.length ?? 0);
    const isPassword = match[1] !== undefined;
    const isMasked = isSecret(text.slice(from, to), isPassword, quote !== null);
    if (isMasked || to - from > 256) readTo = to;
    if (isMasked) found.push({ from, to, kind: isPassword ? 'password' : 'key or token' });
  }
  return found;
}
