import { addComponent, type Findings, startFindings } from './findings';
import type { ComponentStatus } from './health';
import { readStatusPhrase } from './read-status-phrase';
import { readStatusWord } from './read-status-word';
import { readKeyValueLines } from './shapes/read-key-value-lines';
import { walkBody } from './shapes/walk-body';

const MOST_LINES = 5_000;
/** Text we do not understand is quoted only when it is short: it may hold anything. */
const LONGEST_QUOTE = 120;
const CHECK_LINE = /^\s*\[([+\-!~x ])\]\s*(\S+)\s*(.*)$/i;
const MARK_LINE = /^\s*([✅✔✓🟢❌✗✘✖🔴⚠🟡])\uFE0F?\s*([^:]{1,80}?)\s*(?::\s*(.*))?$/u;
const STATUS_OF_SIGN = new Map<string, ComponentStatus>([
  ['+', 'ok'],
  ['-', 'down'],
  ['x', 'ok'],
  ['!', 'degraded'],
  ['~', 'degraded'],
  [' ', 'unknown'],
]);

/** Kubernetes: "[+]ping ok", "[-]etcd failed: reason withheld", "[+]log excluded: ok". */
function readCheckLine(line: string, findings: Findings): boolean {
  const parts = CHECK_LINE.exec(line);
  if (!parts) return false;
  const [, sign = '', name = '', rest = ''] = parts;
  const status = /^excluded\b/i.test(rest) ? 'disabled' : (STATUS_OF_SIGN.get(sign.toLowerCase()) ?? 'unknown');
  const reason = rest.replace(/^(?:ok|failed|excluded)\b:?\s*/i, '');
  addComponent(findings, name, { status, ...(reason !== '' && reason !== 'ok' && { message: reason }) });
  return true;
}

function readMarkLine(line: string, findings: Findings): boolean {
  const parts = MARK_LINE.exec(line.slice(0, 500));
  const status = parts && readStatusWord(parts[1] ?? '');
  if (!parts || !status) return false;
  addComponent(findings, parts[2] ?? '', { status, ...(parts[3] && { message: parts[3] }) });
  return true;
}

function readPhrase(text: string, findings: Findings): void {
  const exact = readStatusWord(text);
  const status = exact ?? readStatusPhrase(text);
  const isQuotable = status !== null || (text.length <= LONGEST_QUOTE && !/[{}<>]/.test(text));
  if (isQuotable && (!exact || text.length > 20)) findings.messages.push(text);
  if (!status) return;
  // A sentence that sounds well is weaker than a word: "we are up again soon" comes with a 503.
  const rank = exact ? 1 : status === 'ok' ? 4 : 3;
  findings.verdicts.push({ status, rank, isRecognised: true, isAboutRequest: exact !== 'down', text });
}

/**
 * Reads a plain text answer: Kubernetes check lists, check marks, `key: value` lines, or a word or short sentence ("pong",
 * "Prometheus Server is Healthy.", "Ingester not ready: …").
 */
export function readTextBody(body: string, findings: Findings): void {
  if (/^# (?:HELP|TYPE) /m.test(body)) {
    findings.messages.push('these are metrics, not a health answer');
    return;
  }
  const lines = body.split(/\r\n|\r|\n/, MOST_LINES).filter((line) => line.trim() !== '');
  const others = lines.filter((line) => !readCheckLine(line, findings) && !readMarkLine(line, findings));
  if (findings.components.size > 0) {
    const last = others.at(-1);
    if (last !== undefined) readPhrase(last.trim(), findings);
    return;
  }
  if (!readMembers(lines, findings)) readPhrase((lines[0] ?? '').trim(), findings);
}

/** Lines of keys and values count only when they say something; "Ingester not ready: waiting for 15s" is a sentence. */
function readMembers(lines: readonly string[], findings: Findings): boolean {
  const record = readKeyValueLines(lines);
  if (!record) return false;
  const trial = startFindings();
  walkBody(record, trial);
  const hasWord = trial.verdicts.some((verdict) => verdict.isRecognised);
  const hasComponent = [...trial.components].some(
    ([key, finding]) => finding.status !== 'unknown' && readStatusPhrase(key) === null,
  );
  if (hasWord || hasComponent) Object.assign(findings, trial);
  return hasWord || hasComponent;
}
