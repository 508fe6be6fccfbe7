import type { Verdict } from '../findings';
import { foldWords, joinKey } from '../fold-words';
import type { ComponentStatus } from '../health';
import { isRecord, isText, type JsonRecord } from '../json-value';
import { readStatusPhrase } from '../read-status-phrase';
import { readStatusWord } from '../read-status-word';
import * as keys from '../vocabulary/keys';
import { worstStatus } from '../worst-status';

const REQUEST_WORDS = new Set(
  'error errors fail failed failure failing false exception erreur echec fehler erro'.split(' '),
);
const REQUEST_SUCCESS = new Set('success successful succeeded succes sucesso'.split(' '));
const REQUEST_YES_KEYS = new Set(['ok', 'isok', 'success', 'issuccess']);
const ERROR_KEYS = new Set('error errors errormessage exception failure erreur fehler err'.split(' '));
const SPOKEN_KEYS = new Set(['message', 'msg', 'value']);
/** MongoDB says `ok: 1`; `running: 1` would be a count. */
const COUNTLESS_YES_KEYS = new Set(['ok', 'up', 'healthy', 'alive', 'ishealthy']);
const DEEPEST_WORD = 2;

function rankOf(joined: string): 1 | 2 | 3 | 4 | null {
  if (keys.STATUS_KEYS.has(joined)) return 1;
  if (keys.YES_KEYS.has(joined) || keys.NO_KEYS.has(joined)) return 2;
  if (keys.STATE_KEYS.has(joined)) return 3;
  return keys.REQUEST_KEYS.has(joined) ? 4 : null;
}

/** HTTP codes given in a body; other numbers mean something else in every product. */
function readCode(value: number): ComponentStatus | null {
  if (!Number.isInteger(value) || value < 200 || value > 599) return null;
  if (value < 300) return 'ok';
  return value < 500 ? 'unknown' : 'down';
}

function readText(joined: string, text: string, rank: 1 | 2 | 3 | 4): Verdict {
  const word = foldWords(text);
  const isGoodNone = joined === 'indicator' && word === 'none';
  const status = isGoodNone ? 'ok' : (readStatusWord(text) ?? readStatusPhrase(text));
  return {
    status: status ?? 'unknown',
    rank: REQUEST_SUCCESS.has(word) ? 4 : rank,
    isRecognised: status !== null,
    isAboutRequest: REQUEST_WORDS.has(word) || REQUEST_YES_KEYS.has(joined),
    text,
  };
}

function readYesNo(joined: string, value: boolean, rank: 1 | 2 | 3 | 4): Verdict {
  const isGood = keys.NO_KEYS.has(joined) ? !value : value;
  const isAboutRequest = REQUEST_YES_KEYS.has(joined) || joined === 'error';
  // `failed:false` is weaker than a word that says ok.
  const weight = keys.NO_KEYS.has(joined) && !value ? 4 : rank;
  return { status: isGood ? 'ok' : 'down', rank: weight, isRecognised: true, isAboutRequest, text: '' };
}

/** A message or value that is a status word and nothing else. */
function readSpoken(text: string): Verdict | null {
  const status = readStatusWord(text);
  return status && { status, rank: 4, isRecognised: true, isAboutRequest: true, text };
}

function readMember(key: string, value: unknown, depth: number): Verdict | null {
  const joined = joinKey(key);
  const rank = rankOf(joined);
  if (rank === null) return SPOKEN_KEYS.has(joined) && isText(value) ? readSpoken(value) : null;
  if (typeof value === 'boolean') return readYesNo(joined, value, rank);
  if (isText(value) && !keys.NO_KEYS.has(joined)) return readText(joined, value, rank);
  if (typeof value === 'number' && (rank === 1 || rank === 4)) {
    const status = readCode(value);
    return status && { status, rank: 4, isRecognised: true, isAboutRequest: value < 500, text: '' };
  }
  if (value === 1 || value === 0) return COUNTLESS_YES_KEYS.has(joined) ? readYesNo(joined, value === 1, rank) : null;
  const isWord = rank === 1 || rank === 3;
  return isRecord(value) && isWord && depth < DEEPEST_WORD ? readVerdict(value, depth + 1) : null;
}

/** Kubernetes conditions: `{type:"Healthy", status:"True"}`. */
function readConditions(record: JsonRecord): Verdict[] {
  const conditions = Array.isArray(record.conditions) ? record.conditions.filter(isRecord) : [];
  return conditions
    .filter(
      (condition) => isText(condition.type) && keys.YES_KEYS.has(joinKey(condition.type)) && isText(condition.status),
    )
    .map((condition) => readText('status', String(condition.status), 2));
}

function choose(verdicts: readonly Verdict[]): Verdict | null {
  const readable = verdicts.filter((verdict) => verdict.isRecognised);
  const candidates = readable.length > 0 ? readable : verdicts;
  const rank = Math.min(...candidates.map((verdict) => verdict.rank));
  const best = candidates.filter((verdict) => verdict.rank === rank);
  const status = worstStatus(best.map((verdict) => verdict.status));
  return best.find((verdict) => verdict.status === status) ?? null;
}

/**
 * The word a record says about itself: its strongest key decides ("status" before "healthy" before "state" before "success"), at
 * equal strength the worst. Numbers count only as HTTP codes. Null when it says none; words we cannot read come back unrecognised.
 */
export function readVerdict(record: JsonRecord, depth = 0): Verdict | null {
  const verdicts = readConditions(record);
  for (const [key, value] of Object.entries(record)) {
    const verdict = readMember(key, value, depth);
    if (verdict) verdicts.push(verdict);
  }
  return choose(verdicts);
}

/** Like `readVerdict`, for one component: `status:null` is off, and an error text alone is down. */
export function readComponentVerdict(record: JsonRecord): Verdict | null {
  const silent = { isRecognised: true, isAboutRequest: false, text: '' };
  if (isSwitchedOff(record)) return { ...silent, status: 'disabled', rank: 1 };
  const verdict = readVerdict(record);
  if (verdict) return verdict;
  const entries = Object.entries(record);
  if (entries.some(([key, value]) => value === null && keys.STATUS_KEYS.has(joinKey(key))))
    return { ...silent, status: 'disabled', rank: 1 };
  const hasError = entries.some(
    ([key, value]) => ERROR_KEYS.has(joinKey(key)) && (isText(value) || (Array.isArray(value) && value.length > 0)),
  );
  return hasError ? { ...silent, status: 'down', rank: 5 } : null;
}

function isSwitchedOff(record: JsonRecord): boolean {
  return Object.entries(record).some(([key, value]) => {
    const joined = joinKey(key);
    if (value === true)
      return ['skipped', 'disabled', 'isdisabled', 'ignored', 'excluded', 'maintenance'].includes(joined);
    return (
      value === false && ['enabled', 'isenabled', 'active', 'isactive', 'configured', 'isconfigured'].includes(joined)
    );
  });
}
