/** What the mark at the end of a step says. */
export interface StepMark {
  gate: 'mitigation';
  needs: string[];
}

/** A step's words without its mark; or what was expected of the mark. */
export type ReadStep = { ok: true; title: string; mark: StepMark | null } | { ok: false; expected: string };

const shape = 'a mark such as {gate: mitigation, needs: [one-recipe, another]} at the end of the step';
const likeAMark = /\{\s*[a-z]+\s*:[^{}]*\}/i;
const atEnd = /\s*\{([^{}]*)\}\s*$/;
const entries = /^\s*gate\s*:\s*([\w-]+)\s*(?:,\s*needs\s*:\s*\[([^[\]]*)\]\s*)?$/;

/**
 * Reads a step of a runbook. Braces with a colon inside are a mark and stand at the end, in plain text:
 * `Restart the instance {gate: mitigation, needs: [api-log]}`. Braces without one, as in `{incident}`, are left alone.
 */
export function readStep(text: string): ReadStep {
  if (!likeAMark.test(text)) return { ok: true, title: text, mark: null };
  const inside = atEnd.exec(text)?.[1];
  const title = text.replace(atEnd, '');
  if (inside === undefined || likeAMark.test(title)) return { ok: false, expected: shape };
  const [isWhole, gate, list] = entries.exec(inside) ?? [];
  if (isWhole === undefined) return { ok: false, expected: explain(inside) };
  if (gate !== 'mitigation') return { ok: false, expected: `gate: mitigation, the only gate there is, not “${gate}”` };
  const needs = (list ?? '').split(',').map((id) => id.trim());
  return { ok: true, title, mark: { gate, needs: needs.filter(Boolean) } };
}

function explain(inside: string): string {
  if (!/\bgate\s*:/.test(inside)) return 'a gate beside needs, as in {gate: mitigation, needs: [one-recipe]}';
  return shape;
}

/** Whether words that are not a step carry a mark all the same. */
export function hasMark(text: string): boolean {
  return /\{\s*(gate|needs)\s*:/i.test(text);
}
