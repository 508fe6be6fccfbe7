import type { JsonRecord } from '../json-value';

const DEEPEST = 24;
const PLAIN_ATTRIBUTES = new Set(['type', 'nil', 'unit', 'class', 'xsi:type', 'xsi:nil']);
type Held = string | Branch | (string | Branch)[];
interface Branch {
  name: string;
  members: Map<string, Held>;
  text: string;
}

function startBranch(name: string): Branch {
  return { name, members: new Map(), text: '' };
}

function addMember(branch: Branch, name: string, held: string | Branch): void {
  const earlier = branch.members.get(name);
  if (earlier === undefined) branch.members.set(name, held);
  else if (Array.isArray(earlier)) earlier.push(held);
  else branch.members.set(name, [earlier, held]);
}

function toJson(held: Held): unknown {
  if (typeof held === 'string') return held;
  if (Array.isArray(held)) return held.map(toJson);
  if ([...held.members.keys()].every((key) => PLAIN_ATTRIBUTES.has(key))) return held.text;
  const entries = [...held.members].map(([key, value]) => [key, toJson(value)] as const);
  const only = entries.length === 1 ? entries[0]?.[1] : undefined;
  // <checks><check/><check/></checks> is a list called checks.
  return Array.isArray(only)
    ? only
    : Object.fromEntries(held.text === '' ? entries : [...entries, ['message', held.text]]);
}

function openElement(tag: string): Branch {
  const branch = startBranch(/^[^\s/]+/.exec(tag)?.[0] ?? '');
  for (const [, key = '', value = ''] of tag.slice(0, 2_000).matchAll(/([\w:.-]{1,60})="([^"]{0,500})"/g)) {
    if (!key.startsWith('xmlns')) addMember(branch, key, value);
  }
  return branch;
}

/** Turns XML into plain records in one pass: repeated elements become lists, text beside members becomes `message`. */
export function readXmlElements(markup: string): JsonRecord {
  const root = startBranch('');
  const open: Branch[] = [root];
  for (const [, tag = '', text = ''] of markup.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const parent = open.at(-1) ?? root;
    if (tag.startsWith('/')) {
      if (open.length > 1) open.pop();
      continue;
    }
    if (tag.startsWith('?') || tag.startsWith('!') || open.length > DEEPEST) continue;
    const branch = openElement(tag);
    branch.text = text.trim();
    addMember(parent, branch.name, branch);
    if (!tag.endsWith('/')) open.push(branch);
  }
  const [first] = root.members.values();
  const tree = first === undefined ? {} : toJson(first);
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
    ? { ...tree }
    : { status: tree, checks: tree };
}
