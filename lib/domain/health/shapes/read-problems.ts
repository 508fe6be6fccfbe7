import { addComponent, type Findings } from '../findings';
import { joinKey } from '../fold-words';
import type { ComponentStatus } from '../health';
import { isRecord, isText, type JsonRecord } from '../json-value';
import { readStatusWord } from '../read-status-word';
import { nameRecord } from './name-record';
import { readRecordFacts, readTexts } from './read-record-facts';
import { readComponentVerdict } from './read-verdict';

const ERROR_OBJECT_KEYS = new Set(
  'message msg code type reason detail description title status statuscode kind name stack'.split(' '),
);
const CHECK_LIST_KEYS = new Set('failed failing failures failedchecks failingchecks failurelist'.split(' '));

function defaultSeverity(key: string): ComponentStatus {
  return /^(?:warn|avert)/.test(joinKey(key)) ? 'degraded' : 'down';
}

function severityOf(record: JsonRecord, key: string): ComponentStatus {
  const said = record.severity ?? record.level ?? record.priority;
  const status = isText(said) ? readStatusWord(said) : null;
  return status === 'down' || status === 'degraded' ? status : defaultSeverity(key);
}

function readProblemItem(key: string, item: unknown, findings: Findings): void {
  const severity = defaultSeverity(key);
  if (isText(item)) {
    const isName = CHECK_LIST_KEYS.has(joinKey(key)) && !/\s/.test(item.trim()) && item.length <= 80;
    if (isName) addComponent(findings, item.trim(), { status: severity });
    else findings.problems.push({ status: severity, text: item });
  } else if (isRecord(item)) {
    const name = nameRecord(item);
    const verdict = readComponentVerdict(item);
    if (name !== null && verdict && (verdict.rank < 4 || isText(item.value))) {
      addComponent(findings, name, { status: verdict.status, ...readRecordFacts(item, name) });
    } else findings.problems.push({ status: severityOf(item, key), text: readTexts(item)[0] ?? name ?? '' });
  }
}

/** `{"rabbitmq":"failed during check"}`: who failed, and why. */
function readProblemMap(key: string, map: JsonRecord, findings: Findings): void {
  for (const [name, value] of Object.entries(map)) {
    if (isText(value)) addComponent(findings, name, { status: defaultSeverity(key), message: value });
    else if (Array.isArray(value) && value.length > 0) {
      addComponent(findings, name, { status: defaultSeverity(key), message: value.filter(isText).join('; ') });
    }
  }
}

/** True for an error written as an object (`{code, message}`), as opposed to a map of failed components. */
export function isErrorObject(record: JsonRecord): boolean {
  return Object.entries(record).some(([key, value]) => !isRecord(value) && ERROR_OBJECT_KEYS.has(joinKey(key)));
}

/**
 * Reads what stands under "error", "errors", "failures", "problems", "warnings" …: a text, a list, an error object, or a map from
 * component to reason. Empty ones mean nothing; a bare `true` is one problem.
 */
export function readProblems(key: string, value: unknown, findings: Findings): void {
  if (value === true) findings.hints.push({ status: defaultSeverity(key), text: key });
  else if (isText(value)) findings.problems.push({ status: defaultSeverity(key), text: value });
  else if (Array.isArray(value) && value.length === 0) findings.hints.push({ status: 'ok', text: '' });
  else if (Array.isArray(value)) for (const item of value) readProblemItem(key, item, findings);
  else if (isRecord(value)) {
    if (isErrorObject(value))
      findings.problems.push({ status: severityOf(value, key), text: readTexts(value)[0] ?? '' });
    else readProblemMap(key, value, findings);
  }
}
