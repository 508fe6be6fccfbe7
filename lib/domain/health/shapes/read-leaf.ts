import { classifyKey, namesDependency, namesIdentity } from '../classify-key';
import { addComponent, type Findings } from '../findings';
import { foldWords, joinKey, splitKey } from '../fold-words';
import type { ComponentStatus } from '../health';
import type { JsonRecord } from '../json-value';
import { readFlag } from '../read-flag';
import { readStatusPhrase } from '../read-status-phrase';
import { isAmbiguousWord, readStatusWord } from '../read-status-word';
import { PRODUCT_WORDS } from '../vocabulary/keys';
import { nameIn, type Place } from './place';

const MESSAGE_ENDINGS = new Set('error message reason detail details msg exception'.split(' '));

function readBoolean(key: string, value: boolean, place: Place, findings: Findings): void {
  const status: ComponentStatus = value ? 'ok' : 'down';
  if (place.isYesMap) {
    const isWarning = !value && splitKey(key).some((word) => word === 'warning' || word === 'warn');
    addComponent(findings, nameIn(place, key), { status: isWarning ? 'degraded' : status });
    return;
  }
  const flag = readFlag(key, value);
  if (flag.kind === 'hint') findings.hints.push({ status: flag.status, text: value ? key : '' });
  const isListed = place.kind === 'checks' || namesDependency(key) || (place.kind === 'root' && !place.hasChecksBeside);
  const isChecked = flag.kind === 'component' || (flag.kind === 'setting' && place.kind === 'checks');
  if (isListed && isChecked) addComponent(findings, nameIn(place, key), { status });
  // Rule H29: beside the checks, a flag that is false may be a component or a setting; nobody here knows.
  else if (isChecked && !value && place.kind === 'root')
    addComponent(findings, nameIn(place, key), { status: 'unknown', message: `${key} is false` });
}

/** A word that says nothing we know, under the name of a dependency: shown as unknown, unless it names the product in use. */
function isUnreadableStatus(key: string, text: string): boolean {
  if (!namesDependency(key) || namesIdentity(key) || /[\d\s/.:@]/.test(text.trim())) return false;
  return !foldWords(text)
    .split(' ')
    .some((word) => word === '' || PRODUCT_WORDS.has(word));
}

function isMessageAbout(key: string): boolean {
  const words = splitKey(key);
  return words.length > 1 && MESSAGE_ENDINGS.has(words.at(-1) ?? '');
}

function readText(key: string, text: string, place: Place, findings: Findings): void {
  if (isMessageAbout(key)) {
    if (readStatusWord(text) !== 'ok') findings.messages.push(`${key}: ${text}`);
    return;
  }
  const isPlain = classifyKey(key) === 'plain';
  const word = readStatusWord(text);
  const status = word ?? readStatusPhrase(text);
  if (status === null) {
    const isShown = place.kind === 'checks' ? isPlain : isPlain && isUnreadableStatus(key, text);
    if (isShown) addComponent(findings, nameIn(place, key), { status: 'unknown', message: text });
    return;
  }
  const isSure = place.kind === 'checks' || namesDependency(key) || !isAmbiguousWord(text);
  if (!isSure || (place.kind !== 'checks' && !isPlain)) return;
  const isWordOnly = word !== null && foldWords(text).length <= 12;
  addComponent(findings, nameIn(place, key), { status, ...(!isWordOnly && { message: text }) });
}

/** Reads a boolean, a text or null beside its key as a component, a hint about the whole, or nothing. Numbers are figures, never components. */
export function readLeaf(key: string, value: unknown, place: Place, findings: Findings): void {
  if (place.kind === 'inside') return;
  if (typeof value === 'boolean') readBoolean(key, value, place, findings);
  else if (typeof value === 'string' && /^(?:true|false)$/i.test(value))
    readBoolean(key, /^t/i.test(value), place, findings);
  else if (typeof value === 'string' && value.trim() !== '') readText(key, value, place, findings);
  else if (value === null && place.kind === 'checks' && classifyKey(key) === 'plain') {
    addComponent(findings, nameIn(place, key), { status: 'disabled' });
  }
}

/** A container that holds nothing but 0 and 1, or nothing but HTTP codes, is a map of components after all. */
export function readNumberMap(record: JsonRecord, place: Place, findings: Findings): void {
  const entries = Object.entries(record).filter(([key]) => joinKey(key) !== 'status');
  const isBinary = entries.every(([, value]) => value === 0 || value === 1);
  const isCodes = entries.every(
    ([, value]) => typeof value === 'number' && Number.isInteger(value) && value >= 100 && value < 600,
  );
  if (entries.length === 0 || !(isBinary || isCodes)) return;
  for (const [key, value] of entries) {
    const isGood = isBinary ? value === 1 : Number(value) < 400;
    addComponent(findings, nameIn(place, key), {
      status: isGood ? 'ok' : 'down',
      ...(isCodes && { message: `HTTP ${value}` }),
    });
  }
}
