import { redactSecrets } from './redact-secrets';

const LONGEST_MESSAGE = 300;
const LONGEST_KEY = 120;
const LONGEST_INPUT = 4_000;
const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}(?:\\[[0-?]{0,40}[ -/]{0,10}[@-~]|\\][^${ESCAPE}]{0,200})`, 'g');
const TRACE_LINE = /^\s*(?:at |\.\.\.|Caused by|File "|--- End)/;

/** Only what can be seen: no controls, no bidirectional overrides, no zero-width signs, no half characters. */
function keepVisible(text: string): string {
  return text
    .replace(ANSI, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** A stack trace says what happened once: in Python in the last line, elsewhere in the first. */
function meaningfulPart(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines[0]?.startsWith('Traceback')) return lines.at(-1) ?? text;
  return lines.slice(1).some((line) => TRACE_LINE.test(line)) ? (lines[0] ?? text) : text;
}

/**
 * Makes foreign text fit to show: one line of plain text, at most 300 characters, controls and ANSI colours gone, credentials
 * replaced, stack traces reduced to the line that matters. Empty when nothing is left.
 */
export function cleanMessage(text: string): string {
  return cut(redactSecrets(keepVisible(meaningfulPart(text.slice(0, LONGEST_INPUT)))), LONGEST_MESSAGE);
}

/** A component's name fit to show: the raw key, on one line, at most 120 characters. */
export function cleanKey(key: string): string {
  return cut(redactSecrets(keepVisible(key.slice(0, LONGEST_INPUT))), LONGEST_KEY);
}

/** Several messages as one, leaving out what an earlier one already says. Empty when there are none. */
export function joinMessages(messages: readonly string[]): string {
  const said: string[] = [];
  for (const message of messages.slice(0, 20)) {
    const clean = cleanMessage(message);
    if (clean !== '' && !said.some((earlier) => earlier.includes(clean))) said.push(clean);
  }
  return cut(said.join('; '), LONGEST_MESSAGE);
}
