import { findCardNumbers } from './card-numbers';
import type { FoundSecret } from './found-secret';
import { findNamedValues } from './named-values';

interface Rule {
  kind: string;
  /** Global, linear, with the secret as its group named "secret". */
  pattern: RegExp;
}

/** What the maintained rules leave out because in source code it would be noise; in evidence it is not. */
const RULES: readonly Rule[] = [
  {
    kind: 'password',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s/@"'<>`:]{0,128}:[^\s"'<>`@]{1,512})@(?=[\w[])/dgi,
  },
  {
    kind: 'credentials',
    pattern:
      /\bauthori[sz]ation\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?(?<secret>(?:[a-z-]{3,20} )?[^\s"'\\,;]{4,8192})/dgi,
  },
  {
    kind: 'credentials',
    pattern: /\b(?:bearer|basic) (?<secret>(?=[a-z._~+/-]{0,64}[0-9=])[a-z0-9._~+/-]{12,8192}={0,2})/dgi,
  },
  {
    kind: 'cookie',
    pattern: /\b(?:set-)?cookie\\{0,3}["']?: {0,3}\\{0,3}["']?(?<secret>[^\s"'\\]{1,128}=[^\r\n"'\\]{1,4096})/dgi,
  },
  { kind: 'token', pattern: /\b(?<secret>eyJ[\w-]{8,4096}\.eyJ[\w-]{4,8192}\.?[\w-]{0,2048})/dg },
  {
    kind: 'token',
    pattern:
      /\b(?<secret>(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|(?:sk|rk|pk)_(?:live|test)_|sk-(?:ant-|proj-)?|hvs\.|npm_|pypi-|dop_v1_|whsec_|cap_)[\w-]{16,512})/dg,
  },
  { kind: 'access key', pattern: /\b(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16})\b/dg },
  {
    kind: 'password',
    pattern:
      /\b(?:requirepass|masterauth|sentinel auth-pass \S{1,64}|auth default|redis-cli (?:-[hpnu] \S{1,128} ){0,3}(?:-a|--pass)) {1,3}["']?(?<secret>[^\s"']{1,512})/dgi,
  },
];

function findByPattern({ kind, pattern }: Rule, text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(pattern)) {
    const span = match.indices?.groups?.secret;
    if (span) found.push({ from: span[0], to: span[1], kind });
  }
  return found;
}

/** Secrets that the project's own rules know, in no order, perhaps overlapping. Linear in the length of the text. */
export function findByOwnRules(text: string): FoundSecret[] {
  return [...RULES.flatMap((rule) => findByPattern(rule, text)), ...findNamedValues(text), ...findCardNumbers(text)];
}
