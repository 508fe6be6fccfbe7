import { joinKey } from '../fold-words';
import { isRecord, isText, type JsonRecord } from '../json-value';
import { NAME_KEYS } from '../vocabulary/keys';

const PROBE_KEYS = ['observedvalue', 'observedunit', 'componenttype', 'componentid', 'labels'];

/**
 * The name a record in a list gives itself (`name`, `componentName`, `CheckID`, `metadata.name` …); null when it has none. In a list
 * that bears a component's name (`isListNamed`) a probe's node or id is no name: all probes are that component.
 */
export function nameRecord(record: JsonRecord, isListNamed = false): string | null {
  const byKey = new Map(Object.entries(record).map(([key, value]) => [joinKey(key), value]));
  if (isListNamed && PROBE_KEYS.some((key) => byKey.has(key))) return null;
  for (const key of NAME_KEYS) {
    const name = byKey.get(key);
    if (isText(name)) return name.trim();
    if (typeof name === 'number') return String(name);
  }
  const metadata = byKey.get('metadata');
  return isRecord(metadata) && isText(metadata.name) ? metadata.name : null;
}
