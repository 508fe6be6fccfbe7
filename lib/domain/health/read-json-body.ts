/** Deeper than any honest answer; beyond it parsing itself could exhaust the stack. */
const DEEPEST_PARSED = 500;
const BARE_NUMBERS = ['-Infinity', 'Infinity', 'NaN'] as const;

export type JsonReading = { kind: 'value'; value: unknown } | { kind: 'too_deep' } | { kind: 'not_json' };

/** Walks the text once, calling back outside strings; linear whatever the text. */
function forEachOutsideStrings(text: string, visit: (at: number) => void): void {
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isInString && sign === '\\') at++;
    else if (sign === '"') isInString = !isInString;
    else if (!isInString) visit(at);
  }
}

function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  forEachOutsideStrings(text, (at) => {
    const sign = text[at];
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  });
  return deepest;
}

/** Python writes NaN and Infinity, which are not JSON: they become null. */
function replaceBareNumbers(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  forEachOutsideStrings(text, (at) => {
    const found = at < from ? undefined : BARE_NUMBERS.find((word) => text.startsWith(word, at));
    if (!found) return;
    pieces.push(text.slice(from, at), 'null');
    from = at + found.length;
  });
  return [...pieces, text.slice(from)].join('');
}

function parse(text: string): JsonReading {
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch {
    return { kind: 'not_json' };
  }
}

function parseLines(text: string): JsonReading {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => line.trimStart().startsWith('{'))) return { kind: 'not_json' };
  const values = lines.map(parse);
  return values.every((value) => value.kind === 'value')
    ? { kind: 'value', value: values.map((value) => value.value) }
    : { kind: 'not_json' };
}

/**
 * Parses JSON whatever its content type: also with the `)]}'` guard in front, with Python's NaN, and one object per line.
 * `too_deep` when nested deeper than 500 levels; never throws.
 */
export function readJsonBody(body: string): JsonReading {
  const text = body.replace(/^\)\]\}',?\s*/, '');
  if (!/^[[{"\d\-tfn]/.test(text)) return { kind: 'not_json' };
  if (measureDepth(text) > DEEPEST_PARSED) return { kind: 'too_deep' };
  const strict = parse(text);
  if (strict.kind === 'value') return strict;
  const lines = parseLines(text);
  return lines.kind === 'value' ? lines : parse(replaceBareNumbers(text));
}
