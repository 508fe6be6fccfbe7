import type { StepTerms } from './step-terms';

/** What the mark at the end of a step says. */
export type StepMark = StepTerms;

/** A step's words without its mark; or what was expected of the mark. */
export type ReadStep = { ok: true; title: string; mark: StepMark | null } | { ok: false; expected: string };

const shape = 'a mark such as {gate: mitigation, needs: [one-recipe, another]} at the end of the step';
const likeAMark = /\{\s*[a-z]+\s*:[^{}]*\}/i;
const atEnd = /\s*\{([^{}]*)\}\s*$/;
const keys = ['gate', 'needs', 'when', 'question', 'answers', 'does', 'doneBy'] as const;
type Key = (typeof keys)[number];

/**
 * Reads a step of a runbook. Braces with a colon inside are a mark and stand at the end, in plain text:
 * `Restart the instance {gate: mitigation, needs: [api-log]}`. Braces without one, as in `{incident}`, are left alone.
 */
export function readStep(text: string): ReadStep {
  if (!likeAMark.test(text)) return { ok: true, title: text, mark: null };
  const inside = atEnd.exec(text)?.[1];
  const title = text.replace(atEnd, '');
  if (inside === undefined || likeAMark.test(title)) return { ok: false, expected: shape };
  const entries = readEntries(inside);
  if (!entries) return { ok: false, expected: shape };
  const mark = toMark(entries);
  return typeof mark === 'string' ? { ok: false, expected: mark } : { ok: true, title, mark };
}

/** Keys with what stands after their colon; null when it is no list of keys that a mark knows, each once. */
function readEntries(inside: string): Map<Key, string> | null {
  const entries = new Map<Key, string>();
  for (const part of inside.split(/,(?![^[\]]*\])/)) {
    const [, key, value] = /^\s*(\w+)\s*:\s*(.*?)\s*$/.exec(part) ?? [];
    const known = keys.find((one) => one === key);
    if (!known || !value || entries.has(known)) return null;
    entries.set(known, value);
  }
  return entries;
}

/** The mark, or what was expected of it. */
function toMark(entries: ReadonlyMap<Key, string>): StepMark | string {
  const [gate, when, does, doneBy, question] = [
    entries.get('gate'),
    entries.get('when'),
    entries.get('does'),
    entries.get('doneBy'),
    entries.get('question'),
  ];
  const [needs, answers] = [readList(entries.get('needs')), readList(entries.get('answers'))];
  if (needs === null) return shape;
  if (answers === null || (question === undefined) !== (answers === undefined))
    return 'a question with its answers, as in {question: drives, answers: [1 or 2, 3 or more]}';
  if (gate === undefined && needs) return 'a gate beside needs, as in {gate: mitigation, needs: [one-recipe]}';
  if (gate !== undefined && gate !== 'mitigation') return `gate: mitigation, the only gate there is, not “${gate}”`;
  return {
    ...(gate && { gate, needs: needs ?? [] }),
    ...(when && { when }),
    ...(question && answers && { question: { id: question, answers } }),
    ...(does && { does }),
    ...(doneBy && { doneBy }),
  };
}

/** `[a, b]`; undefined when there is none, null when it is none. */
function readList(text: string | undefined): string[] | null | undefined {
  if (text === undefined) return undefined;
  const inside = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  return inside === undefined
    ? null
    : inside
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
}

/** Whether words that are not a step carry a mark all the same. */
export function hasMark(text: string): boolean {
  return new RegExp(`\\{\\s*(${keys.join('|')})\\s*:`, 'i').test(text);
}
