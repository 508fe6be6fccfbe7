import { askedAbout } from './classify-key';
import { cleanKey, cleanMessage, joinMessages } from './clean-message';
import { combineOverall } from './combine-overall';
import { addComponent, type Finding, type Findings, startFindings } from './findings';
import { joinKey } from './fold-words';
import type { ComponentReading, ComponentStatus, HealthAnswer, HealthReading } from './health';
import { areBareDurationsNanoseconds } from './read-duration';
import { readJsonBody } from './read-json-body';
import { readHtmlBody, readXmlBody } from './read-markup-body';
import { readTextBody } from './read-text-body';
import { walkBody } from './shapes/walk-body';

const MOST_COMPONENTS = 500;
const UNNAMED = '(unnamed)';
const MOST_CHARACTERS = 262_144;
const HTML_START = /^<(?:!doctype html|html|head|body|title|h\d|p|div|center|pre|span|!--)/i;
const WORST_FIRST: readonly ComponentStatus[] = ['down', 'degraded', 'unknown', 'ok', 'disabled'];

function readScalar(value: unknown, findings: Findings): void {
  if (typeof value === 'string') readTextBody(value, findings);
  else if (typeof value === 'boolean') readTextBody(String(value), findings);
  else if (value === 1 || value === 200) readTextBody('ok', findings);
}

function readUnparsed(text: string, contentType: string, findings: Findings): void {
  const isMarkup = text.startsWith('<');
  if (isMarkup && (/\bhtml\b/i.test(contentType) || HTML_START.test(text))) readHtmlBody(text, findings);
  else if (isMarkup) readXmlBody(text, findings);
  else if (text.startsWith('{') || /^\[(?![+\-!~x ]\])/i.test(text)) findings.messages.push(readBrokenJson(text));
  else readTextBody(text, findings);
}

/** Of broken JSON only an error text is quoted: the rest may hold anything. */
function readBrokenJson(text: string): string {
  const error = /"(?:error|message|reason)"\s{0,5}:\s{0,5}"([^"\\]{1,300})"/i.exec(text.slice(0, 4_000))?.[1];
  return error ? `not valid JSON: ${error}` : 'not valid JSON';
}

/** JSON that was encoded twice arrives as one string. */
function unwrap(value: unknown): unknown {
  const inner = typeof value === 'string' && /^\s*[[{]/.test(value) ? readJsonBody(value.trim()) : null;
  return inner?.kind === 'value' ? inner.value : value;
}

function readBody(answer: HealthAnswer): Findings {
  const findings = startFindings();
  const text = answer.body
    .slice(0, MOST_CHARACTERS)
    .replace(/^\uFEFF/, '')
    .trim();
  if (text === '') findings.isEmpty = true;
  const json = readJsonBody(text);
  if (json.kind === 'too_deep') findings.isTooDeep = true;
  else if (json.kind === 'not_json') readUnparsed(text, answer.contentType, findings);
  else {
    const value = unwrap(json.value);
    if (typeof value === 'object') walkBody(value, findings);
    else readScalar(value, findings);
  }
  return findings;
}

/** `redis_available:false` beside `redis:"disabled"` is off, not down; `redis_latency_ms` belongs to `redis`. */
function settleNeighbours(findings: Findings): void {
  const byName = new Map([...findings.components].map(([key, finding]) => [joinKey(key), finding]));
  for (const [key, finding] of findings.components) {
    const neighbour = byName.get(askedAbout(key) ?? '');
    if (neighbour?.status === 'disabled' && finding.status === 'down') finding.status = 'disabled';
    const duration = findings.asides.get(joinKey(key));
    if (duration) finding.duration ??= duration;
  }
}

function toReading(key: string, finding: Finding, bareFactor: number): ComponentReading {
  const reading: ComponentReading = { key, status: finding.status };
  const message = cleanMessage(finding.message ?? '');
  const { duration, observedAt } = finding;
  if (duration) reading.latencyMs = duration.isBare ? duration.ms * bareFactor : duration.ms;
  if (message !== '') reading.message = message;
  if (observedAt !== undefined) reading.observedAt = observedAt;
  return reading;
}

/** The worst are kept: a cut list must never hide what is broken. */
function keepWorst(components: readonly ComponentReading[]): ComponentReading[] {
  if (components.length <= MOST_COMPONENTS) return [...components];
  return components
    .toSorted((one, other) => WORST_FIRST.indexOf(one.status) - WORST_FIRST.indexOf(other.status))
    .slice(0, MOST_COMPONENTS);
}

function listComponents(findings: Findings): ComponentReading[] {
  const durations = [...findings.components.values()].flatMap(({ duration }) => (duration ? [duration] : []));
  const bareFactor = areBareDurationsNanoseconds(durations) ? 1e-6 : 1;
  const shown = startFindings();
  // Names that differ only in what cannot be shown would be one row twice.
  for (const [key, finding] of findings.components) addComponent(shown, cleanKey(key) || UNNAMED, finding);
  return [...shown.components].map(([key, finding]) => toReading(key, finding, bareFactor));
}

/**
 * Reads any deep-health answer, in whatever shape it comes. Latencies are milliseconds, times ISO UTC, messages plain text of at most
 * 300 characters with credentials replaced. At most 500 components, the worst first to be kept. Never throws and never echoes the body.
 */
export function readHealthAnswer(answer: HealthAnswer): HealthReading {
  const findings = readBody(answer);
  settleNeighbours(findings);
  const all = listComponents(findings);
  const { status, note } = combineOverall(findings, answer.httpStatus);
  const flags = findings.hints
    .filter((hint) => hint.status !== 'ok' && hint.text !== '')
    .map((hint) => `${hint.text} is true`);
  const cutNote = all.length > MOST_COMPONENTS ? [`showing ${MOST_COMPONENTS} of ${all.length} components`] : [];
  const problems = findings.problems.map((problem) => problem.text);
  const message = joinMessages([...cutNote, ...(note ? [note] : []), ...findings.messages, ...problems, ...flags]);
  return {
    overall: status,
    ...(message !== '' && { message }),
    ...(findings.observedAt !== undefined && { observedAt: findings.observedAt }),
    components: keepWorst(all),
  };
}
