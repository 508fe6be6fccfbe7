import type { Findings, Verdict } from './findings';
import type { ComponentStatus } from './health';
import { readStatusPhrase } from './read-status-phrase';
import { worstStatus } from './worst-status';

/** The level of the whole, and what must be said about how it was reached. */
export interface Overall {
  status: ComponentStatus;
  note?: string;
}

const REASON_BY_CODE = new Map([
  [401, 'not allowed to look'],
  [403, 'not allowed to look'],
  [404, 'nothing at this address'],
  [405, 'this address does not answer GET'],
  [407, 'a proxy asks for credentials'],
  [410, 'nothing at this address any more'],
  [429, 'told to ask less often'],
]);

function isServerError(httpStatus: number): boolean {
  return httpStatus >= 500 && httpStatus < 600;
}

function isSuccess(httpStatus: number): boolean {
  return httpStatus >= 200 && httpStatus < 300;
}

function explainCode(httpStatus: number): string {
  if (httpStatus >= 300 && httpStatus < 400) return `redirected, not followed (HTTP ${httpStatus})`;
  const reason = REASON_BY_CODE.get(httpStatus);
  return reason ? `${reason} (HTTP ${httpStatus})` : `HTTP ${httpStatus}`;
}

/** The strongest word the body says about itself; at equal strength (an envelope and what it wraps) the worst. */
function chooseVerdict(verdicts: readonly Verdict[], weakest: number): ComponentStatus | null {
  const readable = verdicts.filter((verdict) => verdict.isRecognised && verdict.rank <= weakest);
  if (readable.length === 0) return null;
  const strongest = Math.min(...readable.map((verdict) => verdict.rank));
  return worstStatus(readable.filter((verdict) => verdict.rank === strongest).map((verdict) => verdict.status));
}

/** Off on purpose, as a whole, is no service for users; starting behind a 5xx is not there yet. */
function settle(status: ComponentStatus, seen: ComponentStatus, httpStatus: number): ComponentStatus {
  if (status === 'disabled') return isServerError(httpStatus) ? 'down' : 'degraded';
  if (status !== 'unknown') return status;
  if (isServerError(httpStatus)) return 'down';
  return seen === 'down' || seen === 'degraded' ? seen : 'unknown';
}

/** What components, flags, failures and weaker words say together, when there is no word for the whole. */
function weighEvidence(findings: Findings): ComponentStatus[] {
  const components = [...findings.components.values()].map((component) => component.status);
  const remarks = [...findings.hints, ...findings.problems].map((remark) => remark.status);
  const weak = chooseVerdict(findings.verdicts, 5);
  return [...components, ...remarks, ...(weak ? [weak] : [])];
}

function readMessages(findings: Findings): ComponentStatus | null {
  for (const message of findings.messages) {
    const status = readStatusPhrase(message);
    if (status) return status;
  }
  return null;
}

function judgeSilence(findings: Findings, httpStatus: number): Overall {
  if (isServerError(httpStatus)) return { status: 'down', note: explainCode(httpStatus) };
  if (!isSuccess(httpStatus)) return { status: 'unknown', note: explainCode(httpStatus) };
  if (findings.isTooDeep) return { status: 'unknown', note: 'answer nested too deeply to read' };
  if (findings.verdicts.some((verdict) => !verdict.isRecognised))
    return { status: 'unknown', note: 'status word not recognised' };
  if (httpStatus === 204) return { status: 'unknown', note: 'an answer without content (HTTP 204)' };
  if (findings.isEmpty) return { status: 'ok', note: `no details, only HTTP ${httpStatus}` };
  const said = findings.isPage ? null : readMessages(findings);
  return said
    ? { status: settle(said, 'unknown', httpStatus) }
    : { status: 'unknown', note: 'answer format not recognised' };
}

function judgeEvidence(findings: Findings, httpStatus: number): Overall {
  const status = worstStatus(weighEvidence(findings));
  const isUnread =
    findings.verdicts.some((verdict) => !verdict.isRecognised) ||
    [...findings.components.values()].some((component) => component.isUnread);
  if (findings.components.size === 0 && status !== 'down' && isServerError(httpStatus))
    return { status: 'down', note: explainCode(httpStatus) };
  if (status === 'ok' && isServerError(httpStatus)) {
    return { status: 'degraded', note: `HTTP ${httpStatus}, though nothing listed is failing` };
  }
  if (status === 'ok' && isUnread) return { status: 'unknown', note: 'status word not recognised' };
  if (status === 'down' || status === 'degraded' || status === 'ok') return { status };
  if (findings.components.size === 0) return { status: settle(status, 'unknown', httpStatus) };
  return isServerError(httpStatus) ? { status: 'down', note: explainCode(httpStatus) } : { status };
}

/** A refusal or redirect speaks of our request: errors in it are not the platform's. */
function judgeRefusal(findings: Findings, httpStatus: number): Overall | null {
  if (isSuccess(httpStatus) || isServerError(httpStatus) || findings.components.size > 0) return null;
  const isHealthWord = findings.verdicts.some(
    (verdict) => verdict.isRecognised && verdict.rank <= 3 && !verdict.isAboutRequest,
  );
  const isHint = findings.hints.length > 0 && httpStatus >= 400 && findings.problems.length === 0;
  return isHealthWord || isHint ? null : { status: 'unknown', note: explainCode(httpStatus) };
}

/**
 * The level of the whole. The body's own word wins over the HTTP code; without one the worst component, flag or failure; a 2xx that
 * says nothing is unknown, a 5xx that says nothing is down, refusals and redirects are unknown: we did not get to look.
 */
export function combineOverall(findings: Findings, httpStatus: number): Overall {
  const refusal = judgeRefusal(findings, httpStatus);
  if (refusal) return refusal;
  const evidence = weighEvidence(findings);
  const word = chooseVerdict(findings.verdicts, 3);
  if (word) return { status: settle(word, worstStatus(evidence), httpStatus) };
  return evidence.length === 0 ? judgeSilence(findings, httpStatus) : judgeEvidence(findings, httpStatus);
}
