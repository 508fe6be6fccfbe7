const HIDDEN = '[redacted]';

/** Each pattern is bounded, so a hostile message costs linear time. */
const SECRETS: readonly [RegExp, string][] = [
  [/(\b[a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@"']{0,300}@/gi, `$1${HIDDEN}@`],
  // A password may itself hold "/" or "@"; a port after the host is not one.
  [/(\b[a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@"':]{0,100}:(?!\d{1,5}(?:\/|$))[^\s"']{0,300}@/gi, `$1${HIDDEN}@`],
  [/\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,2000}/gi, `$1 ${HIDDEN}`],
  [
    /\b([\w.-]{0,40}(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|mot_de_passe|passwort|kennwort)s?["']?\s{0,3}[=:]\s{0,3}["']?)(?!(?:yes|no|true|false|null)\b)[^\s"',;&)}\]]{1,500}/gi,
    `$1${HIDDEN}`,
  ],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, HIDDEN],
  [/\beyJ[\w-]{8,2000}\.[\w-]{4,2000}(?:\.[\w-]{0,2000})?/g, HIDDEN],
  [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk_live_|sk-|rk_live_)[\w-]{10,200}/g, HIDDEN],
];

/** Replaces what looks like a credential (URL userinfo, key=value pairs, bearer tokens, well-known key formats). Keeps all else. */
export function redactSecrets(text: string): string {
  let safe = text;
  for (const [pattern, replacement] of SECRETS) safe = safe.replace(pattern, replacement);
  return safe;
}
