import { classifyKey, type KeyRole, readLatencyKey } from '../classify-key';
import { addComponent, type Finding, type Findings, noteObservedAt } from '../findings';
import { joinKey } from '../fold-words';
import type { ComponentStatus } from '../health';
import { isRecord, isText, type JsonRecord } from '../json-value';
import { readDuration } from '../read-duration';
import { YES_KEYS } from '../vocabulary/keys';
import { nameRecord } from './name-record';
import { nameIn, type Place, ROOT, step } from './place';
import { readLeaf, readNumberMap } from './read-leaf';
import { isErrorObject, readProblems } from './read-problems';
import { readObservedAt, readRecordFacts, readTexts } from './read-record-facts';
import { readComponentVerdict, readVerdict } from './read-verdict';
import { holdsChecks, isComponentText, isHolder, isOnlyFigures, isPlainMap, readListStatus } from './recognise-map';

const DEEPEST = 32;
const CERTAIN_CONTAINERS = new Set([
  'checks',
  'components',
  'services',
  'dependencies',
  'entries',
  'healthchecks',
  'checkresults',
]);
const OWN_WORDS = new Set(['status', 'overall', 'overallstatus', 'statut']);

/** Adds a record as one component and goes on to what is listed inside it. */
function addRecord(name: string, record: JsonRecord, place: Place, findings: Findings): void {
  const key = nameIn(place, name);
  addComponent(findings, key, readFinding(name, record));
  walkMembers(record, step(place, 'inside', key), findings);
}

function readFinding(name: string, record: JsonRecord): Finding {
  const verdict = readComponentVerdict(record);
  const isUnread = verdict?.isRecognised === false;
  return { status: verdict?.status ?? 'unknown', ...(isUnread && { isUnread }), ...readRecordFacts(record, name) };
}

function hasVerdict(record: JsonRecord, strongest: number): boolean {
  const verdict = readComponentVerdict(record);
  if (!verdict) return false;
  return verdict.isRecognised ? verdict.rank <= strongest : verdict.rank === 1;
}

/** An object under a name: a component when it says how it is; else perhaps a group of components. */
function readNamedRecord(key: string, record: JsonRecord, role: KeyRole, place: Place, findings: Findings): void {
  if (hasVerdict(record, place.kind === 'inside' ? 3 : 5)) {
    addRecord(key, record, place, findings);
    return;
  }
  if (place.kind === 'inside' || role === 'descriptor' || role === 'latency' || role === 'time') return;
  const before = findings.components.size;
  walkMembers(record, step(place, 'group', nameIn(place, key)), findings);
  const isSilent = findings.components.size === before && role === 'plain' && !isOnlyFigures(record);
  if (place.kind === 'checks' && isSilent) addRecord(key, record, place, findings);
}

/** "checks", "components" …: its members are components; but `{"services":{"status":"ok"}}` is one itself. */
function readContainer(key: string, value: object, place: Place, findings: Findings): void {
  if (Array.isArray(value)) walkList(key, value, step(place, 'checks'), findings);
  else if (isRecord(value)) {
    const isOne =
      readVerdict(value) !== null &&
      !Object.entries(value).some(([inner, held]) => isHolder(held) || isComponentText(inner, held));
    const isSure = place.kind !== 'inside' || CERTAIN_CONTAINERS.has(joinKey(key));
    if (isOne) addRecord(key, value, place, findings);
    else walkMembers(value, step(place, isSure ? 'checks' : 'group'), findings);
  }
}

/** `healthy: {…}` asks the same of each member; `status: {…}` is the answer again, one level down. */
function readVerdictHolder(key: string, value: object, place: Place, findings: Findings): void {
  if (Array.isArray(value)) walkList(key, value, step(place, 'checks'), findings);
  else if (isRecord(value) && place.kind !== 'inside') {
    if (!YES_KEYS.has(joinKey(key))) walkRoot(value, step(place, 'root'), findings);
    else if (hasVerdict(value, 3)) addRecord(key, value, place, findings);
    else walkMembers(value, { ...step(place, 'checks'), isYesMap: true }, findings);
  }
}

function readProblemHolder(key: string, value: unknown, place: Place, findings: Findings): void {
  if (place.kind === 'inside') return;
  const isMap = isRecord(value) && !isErrorObject(value) && Object.values(value).some((held) => isRecord(held));
  if (isMap) walkMembers(value, step(place, 'checks'), findings);
  else readProblems(key, value, findings);
}

/** "details" and "data" hold components, or the answer itself, or only facts. */
function readWrapper(key: string, value: object, role: KeyRole, place: Place, findings: Findings): void {
  const inner = step(place, place.kind === 'inside' ? 'inside' : role === 'envelope' ? 'root' : 'group');
  if (Array.isArray(value)) walkList(key, value, inner, findings);
  else if (isRecord(value)) {
    const isOne = joinKey(key) === 'component' && place.kind !== 'inside' && hasVerdict(value, 2);
    if (isOne) addRecord(key, value, place, findings);
    else if (inner.kind === 'root') walkRoot(value, inner, findings);
    else walkMembers(value, inner, findings);
  }
}

function readHolder(key: string, value: object, role: KeyRole, place: Place, findings: Findings): void {
  if (role === 'checks') readContainer(key, value, place, findings);
  else if (role === 'verdict') readVerdictHolder(key, value, place, findings);
  else if (role === 'details' || role === 'envelope') readWrapper(key, value, role, place, findings);
  else if (Array.isArray(value)) walkList(key, value, place, findings);
  else if (isRecord(value)) readNamedRecord(key, value, role, place, findings);
}

/** In a container every key is a name, except the container's own word and its notes. */
function readCheck(key: string, value: unknown, place: Place, findings: Findings): void {
  const role = classifyKey(key);
  const isOwnWord = !place.isYesMap && OWN_WORDS.has(joinKey(key));
  if (isRecord(value)) readNamedRecord(key, value, role === 'never' ? 'descriptor' : 'plain', place, findings);
  else if (Array.isArray(value)) walkList(key, value, { ...place, kind: 'group', path: nameIn(place, key) }, findings);
  else if (!isOwnWord) readLeaf(key, value, place, findings);
}

function readMember(key: string, value: unknown, place: Place, findings: Findings): void {
  const role = classifyKey(key);
  if (place.kind === 'checks') readCheck(key, value, place, findings);
  else if (role === 'problems') readProblemHolder(key, value, place, findings);
  else if (role !== 'never' && isHolder(value)) readHolder(key, value, role, place, findings);
  else if (role === 'latency') readAside(key, value, findings);
  else if (role === 'plain' || role === 'checks' || role === 'details') readLeaf(key, value, place, findings);
  else if (role === 'envelope' && place.kind === 'root' && isText(value)) findings.messages.push(value);
}

function readAside(key: string, value: unknown, findings: Findings): void {
  const latency = readLatencyKey(key);
  const duration = latency && latency.about !== '' ? readDuration(value, latency.unit) : null;
  if (latency && duration) findings.asides.set(latency.about, duration);
}

function walkMembers(record: JsonRecord, place: Place, findings: Findings): void {
  if (place.depth > DEEPEST) {
    findings.isTooDeep = true;
    return;
  }
  if (place.kind === 'checks') readNumberMap(record, place, findings);
  for (const [key, value] of Object.entries(record)) readMember(key, value, place, findings);
}

/** A list of records. They name themselves; the nameless are merged under the list's key, or counted when it has no own name. */
function walkList(key: string, list: readonly unknown[], place: Place, findings: Findings): void {
  if (place.depth > DEEPEST) {
    findings.isTooDeep = true;
    return;
  }
  const listed = readListStatus(key);
  list.forEach((item, at) => {
    if (isRecord(item)) readListItem(key, item, at, place, findings);
    else if (Array.isArray(item)) walkList(key, item, { ...place, depth: place.depth + 1 }, findings);
    else if (listed && isText(item)) addListed(item, listed, place, findings);
  });
}

function addListed(name: string, status: ComponentStatus, place: Place, findings: Findings): void {
  if (name.length <= 100) addComponent(findings, nameIn(place, name.trim()), { status });
}

function readListItem(key: string, item: JsonRecord, at: number, place: Place, findings: Findings): void {
  const isPathOfList = place.path === key || place.path.endsWith(`.${key}`);
  const name = nameRecord(item, isPathOfList);
  const isContainer = place.kind === 'checks';
  if (hasVerdict(item, isContainer ? 5 : 3)) {
    const label = name ?? (isContainer ? `check ${at + 1}` : null);
    // Probes of one thing (IETF lists, GitLab labels) share the name of their list.
    if (label === null) addComponent(findings, isPathOfList ? place.path : nameIn(place, key), readFinding(key, item));
    else
      addRecord(/^\d+$/.test(label) && key !== '' && !isPathOfList ? `${key}.${label}` : label, item, place, findings);
    return;
  }
  const before = findings.components.size;
  const path = name === null && (isContainer || isPathOfList || key === '') ? place.path : nameIn(place, name ?? key);
  const isMap = name === null && isContainer && !holdsChecks(item);
  walkMembers(item, step(place, isMap ? 'checks' : 'group', path), findings);
  if (isContainer && name !== null && findings.components.size === before) addRecord(name, item, place, findings);
}

function walkRoot(record: JsonRecord, place: Place, findings: Findings): void {
  const own = readVerdict(Object.fromEntries(Object.entries(record).filter(([, value]) => !isRecord(value))));
  if (own) findings.verdicts.push(own);
  findings.messages.push(...readTexts(record));
  noteObservedAt(findings, readObservedAt(record));
  const kind = !own && isPlainMap(record) ? 'checks' : 'root';
  walkMembers(record, { ...place, kind, hasChecksBeside: holdsChecks(record) }, findings);
}

/** Reads any parsed JSON answer into findings: maps, lists, envelopes, groups, to a depth of 32. */
export function walkBody(value: unknown, findings: Findings): void {
  if (Array.isArray(value)) walkList('', value, { ...ROOT, kind: 'checks' }, findings);
  else if (isRecord(value)) {
    findings.isEmpty ||= Object.keys(value).length === 0;
    walkRoot(value, ROOT, findings);
  }
}
