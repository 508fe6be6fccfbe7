import type { JsonRecord } from '../json-value';

const LINE =
  /^( {0,40})(?:- )?([^\s:=#<>{}[\]][^:=#<>{}[\]]{0,78}?)(?:\s?=|\s?:(?= |$)| \.{3}(?= ))\s{0,40}(.{0,2000})$/;
const DEEPEST = 8;

type Branch = Map<string, string | Branch>;

function toRecord(branch: Branch): JsonRecord {
  return Object.fromEntries([...branch].map(([key, held]) => [key, typeof held === 'string' ? held : toRecord(held)]));
}

/**
 * Reads lines such as "database: ok", "redis=down", "cache ... working", indented ones as children of the line before that ends
 * in a colon. Null unless every line has that form.
 */
export function readKeyValueLines(lines: readonly string[]): JsonRecord | null {
  const root: Branch = new Map();
  const open: { indent: number; branch: Branch }[] = [{ indent: -1, branch: root }];
  for (const line of lines) {
    if (line.trim() === '---') continue;
    const parts = LINE.exec(line.replaceAll('\t', '  ').trimEnd());
    if (!parts) return null;
    const [, indent = '', key = '', value = ''] = parts;
    while ((open.at(-1)?.indent ?? -1) >= indent.length) open.pop();
    const parent = open.at(-1)?.branch ?? root;
    if (value !== '') {
      parent.set(key, value.replace(/^(["'])(.*)\1$/, '$2'));
      continue;
    }
    if (open.length > DEEPEST) return null;
    const branch: Branch = new Map();
    parent.set(key, branch);
    open.push({ indent: indent.length, branch });
  }
  return root.size > 0 ? toRecord(root) : null;
}
